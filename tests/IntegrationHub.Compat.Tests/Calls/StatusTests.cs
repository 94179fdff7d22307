using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Calls;

public class StatusTests
{
    private static readonly Status NotFound = new(StatusCode.NotFound, "No such pupil.");

    [Fact]
    public void ToString_ShowsCodeAndDetail() =>
        NotFound.ToString().ShouldBe("Status(StatusCode=\"NotFound\", Detail=\"No such pupil.\")");

    [Fact]
    public void ToString_WithDebugException_ShowsItToo() =>
        new Status(StatusCode.Unavailable, "Gone.", new TimeoutException("Too slow.")).ToString().ShouldBe(
            "Status(StatusCode=\"Unavailable\", Detail=\"Gone.\", DebugException=\"System.TimeoutException: Too slow.\")");

    [Fact]
    public void Defaults_AreOkAndCancelledWithoutDetail()
    {
        Status.DefaultSuccess.ShouldBe(new Status(StatusCode.OK, ""));
        Status.DefaultCancelled.ShouldBe(new Status(StatusCode.Cancelled, ""));
    }

    [Fact]
    public void RpcException_WithoutMessage_ShowsItsStatus()
    {
        var exception = new RpcException(NotFound);

        exception.Message.ShouldBe(NotFound.ToString());
        exception.Status.ShouldBe(NotFound);
        exception.StatusCode.ShouldBe(StatusCode.NotFound);
        exception.Trailers.ShouldBeEmpty();
    }

    [Fact]
    public void RpcException_WithMessage_ShowsIt()
    {
        var trailers = new Metadata { { "tag", "x" } };

        new RpcException(NotFound, "Try another.").Message.ShouldBe("Try another.");
        new RpcException(NotFound, trailers, "Try another.").Message.ShouldBe("Try another.");
        new RpcException(NotFound, trailers).Trailers.ShouldBeSameAs(trailers);
    }

    [Fact]
    public void RpcException_OfStatusWithDebugException_HasItInside()
    {
        var cause = new TimeoutException();

        new RpcException(new Status(StatusCode.Unavailable, "", cause)).InnerException.ShouldBeSameAs(cause);
    }

    [Fact]
    public void RpcException_WithoutTrailers_IsRefused() =>
        Should.Throw<ArgumentNullException>(() => new RpcException(NotFound, (Metadata)null!));
}
