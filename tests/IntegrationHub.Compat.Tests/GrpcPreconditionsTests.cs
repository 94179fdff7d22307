using Grpc.Core.Utils;

namespace IntegrationHub.Compat.Tests;

public class GrpcPreconditionsTests
{
    [Fact]
    public void Checks_ThatHold_PassTheReferenceOn()
    {
        var value = new object();

        GrpcPreconditions.CheckArgument(true);
        GrpcPreconditions.CheckState(true);
        GrpcPreconditions.CheckNotNull(value).ShouldBeSameAs(value);
        GrpcPreconditions.CheckNotNull(value, "value").ShouldBeSameAs(value);
    }

    [Fact]
    public void Checks_ThatFail_Throw()
    {
        Should.Throw<ArgumentException>(() => GrpcPreconditions.CheckArgument(false));
        Should.Throw<ArgumentException>(() => GrpcPreconditions.CheckArgument(false, "Too many.")).Message.ShouldBe("Too many.");
        Should.Throw<InvalidOperationException>(() => GrpcPreconditions.CheckState(false));
        Should.Throw<InvalidOperationException>(() => GrpcPreconditions.CheckState(false, "Closed.")).Message.ShouldBe("Closed.");
        Should.Throw<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull<object>(null!));
        Should.Throw<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull<object>(null!, "pupil")).ParamName.ShouldBe("pupil");
    }
}
