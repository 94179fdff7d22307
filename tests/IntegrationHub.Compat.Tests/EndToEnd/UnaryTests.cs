using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace IntegrationHub.Compat.Tests.EndToEnd;

public class UnaryTests : RelayTests
{
    [Fact]
    public async Task Call_IsAnswered() =>
        (await Client.AskAsync(new Line { Text = "hello" })).Text.ShouldBe($"/integrationhub.compat.tests.v1.Relay/Ask {Authority} 5");

    [Fact]
    public void BlockingCall_IsAnswered() => Client.Ask(new Line { Text = "hello" }).Text.ShouldEndWith(" 5");

    [Fact]
    public async Task Call_CarriesHeadersAndTrailersBothWays()
    {
        using var call = Client.AskAsync(new Line { Text = "headers" }, new Metadata { { "Tag", "red" }, { "tag-bin", new byte[300] } });

        (await call).Text.ShouldBe("red 300");
        (await call.ResponseHeadersAsync).GetValue("greeting").ShouldBe("hello");
        call.GetTrailers().GetValue("parting").ShouldBe("goodbye");
        call.GetTrailers().GetValueBytes("parting-bin").ShouldBe([0, 1, 255]);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Call_ThatFails_TellsStatusAndTrailers()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () => await Client.AskAsync(new Line { Text = "refuse" }));

        failure.Status.ShouldBe(new Status(StatusCode.FailedPrecondition, "Not now."));
        failure.Message.ShouldBe("Status(StatusCode=\"FailedPrecondition\", Detail=\"Not now.\")");
        failure.Trailers.GetValueBytes("details-bin").ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Call_WithStatusSetByTheService_EndsSo()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () => await Client.AskAsync(new Line { Text = "status" }));

        failure.Status.ShouldBe(new Status(StatusCode.AlreadyExists, "Set by hand."));
    }

    [Fact]
    public async Task Call_PastItsDeadline_EndsOnBothSides()
    {
        var deadline = Soon;
        using var call = Client.AskAsync(new Line { Text = "wait" }, deadline: deadline);

        var failure = await Should.ThrowAsync<RpcException>(async () => await call);

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await Host.Guestbook.Stopped.Task.WaitAsync(Patience)).ShouldBe(deadline, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Call_ThatIsDisposed_EndsOnBothSides()
    {
        var call = Client.AskAsync(new Line { Text = "wait" });
        await Host.Guestbook.Started.Task.WaitAsync(Patience);

        call.Dispose();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        (await Host.Guestbook.Stopped.Task.WaitAsync(Patience)).ShouldBe(DateTime.MaxValue);
    }

    [Fact]
    public async Task Call_ThroughInterceptors_ReachesTheServerChanged()
    {
        var client = new Relay.RelayClient(Channel.Intercept(headers =>
        {
            headers.Add("authorization", "from interceptor");
            return headers;
        }));

        (await client.AskAsync(new Line { Text = "token" })).Text.ShouldBe("from interceptor");
        (await client.AskAsync(new Line { Text = "state" })).Text.ShouldBe("SignIn");
    }

    [Fact]
    public async Task Call_WithGzip_IsUnderstood()
    {
        var compressed = new Metadata { { "grpc-internal-encoding-request", "gzip" } };

        (await Client.AskAsync(new Line { Text = new string('x', 100_000) }, compressed)).Text.ShouldEndWith(" 100000");
    }

    [Fact]
    public async Task Call_WithDeflate_IsUnderstood()
    {
        using var channel = Host.Connect(new GrpcChannelOptions
        {
            CompressionProviders = [new DeflateCompressionProvider(System.IO.Compression.CompressionLevel.Optimal)],
        });
        var compressed = new Metadata { { "grpc-internal-encoding-request", "deflate" } };

        var answer = await new Relay.RelayClient(channel).AskAsync(new Line { Text = new string('x', 100_000) }, compressed);

        answer.Text.ShouldEndWith(" 100000");
    }

    [Fact]
    public async Task Service_WithoutGeneratedCode_Answers()
    {
        using var call = Channel.CreateCallInvoker().AsyncUnaryCall(Parrot.Repeat, null, new CallOptions(), "Polly");

        (await call).ShouldBe("Polly, Polly");
    }

    [Fact]
    public async Task Call_ToNobody_IsUnavailable()
    {
        await Host.DisposeAsync();

        (await Should.ThrowAsync<RpcException>(async () => await Client.AskAsync(new Line()))).StatusCode.ShouldBe(StatusCode.Unavailable);
    }
}
