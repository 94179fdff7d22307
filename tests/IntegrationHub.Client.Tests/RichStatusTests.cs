using Google.Rpc;
using Grpc.Core;
using IntegrationHub.Client.Tests.FakeHub;

namespace IntegrationHub.Client.Tests;

public sealed class RichStatusTests
{
    [Fact]
    public void Details_AreRead()
    {
        RichStatus status = RichStatus.Of(RpcErrors.With(
            StatusCode.InvalidArgument, "INVALID_DATE", TimeSpan.FromSeconds(3), new BadRequest.Types.FieldViolation { Field = "session_date", Description = "no such day" }));

        status.Reason.ShouldBe("INVALID_DATE");
        status.Domain.ShouldBe("integrationhub");
        status.Metadata["expected"].ShouldBe("7");
        status.RetryDelay.ShouldBe(TimeSpan.FromSeconds(3));
        status.FieldViolations.ShouldBe([new FieldViolation("session_date", "no such day")]);
    }

    [Fact]
    public void NoTrailer_HoldsNothing()
    {
        RichStatus status = RichStatus.Of(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "gone")));
        status.Reason.ShouldBeNull();
        status.RetryDelay.ShouldBeNull();
        status.FieldViolations.ShouldBeEmpty();
        status.Metadata.ShouldBeEmpty();
    }

    [Fact]
    public void UnreadableTrailer_HoldsNothing()
    {
        Metadata trailers = new() { { "grpc-status-details-bin", [0xFF, 0x01, 0x02] } };
        RichStatus.Of(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "gone"), trailers)).Reason.ShouldBeNull();
    }
}
