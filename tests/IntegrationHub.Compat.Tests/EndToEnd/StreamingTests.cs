using Grpc.Core;

namespace IntegrationHub.Compat.Tests.EndToEnd;

public class StreamingTests : RelayTests
{
    [Fact]
    public async Task ClientStream_IsAnsweredOnceComplete()
    {
        using var call = Client.Gather();
        foreach (var text in new[] { "a", "b", "c" }) await call.RequestStream.WriteAsync(new Line { Text = text });
        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("a,b,c");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ServerStream_GivesEveryMessageThenTrailers()
    {
        using var call = Client.Scatter(new Line { Text = "one two three" });

        (await ReadAll(call.ResponseStream)).ShouldBe(["one", "two", "three"]);
        call.GetTrailers().GetValue("words").ShouldBe("done");
    }

    [Fact]
    public async Task Duplex_AnswersAsMessagesCome()
    {
        using var call = Client.Converse();
        foreach (var text in new[] { "a", "b" })
        {
            await call.RequestStream.WriteAsync(new Line { Text = text });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe($"re: {text}");
        }

        await call.RequestStream.CompleteAsync();

        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetTrailers().GetValue("over").ShouldBe("true");
    }

    [Fact]
    public async Task Duplex_WithManyMessages_KeepsThemInOrder()
    {
        const int count = 5_000;
        using var call = Client.Converse();
        var reading = ReadAll(call.ResponseStream);
        for (var i = 0; i < count; i++) await call.RequestStream.WriteAsync(new Line { Text = $"{i}" });
        await call.RequestStream.CompleteAsync();

        (await reading).ShouldBe(Enumerable.Range(0, count).Select(i => $"re: {i}"));
    }

    [Fact]
    public async Task Duplex_ThatFailsMidway_TellsStatusAndTrailers()
    {
        using var call = Client.Converse();
        await call.RequestStream.WriteAsync(new Line { Text = "fine" });
        await call.RequestStream.WriteAsync(new Line { Text = "refuse" });

        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());

        failure.Status.ShouldBe(new Status(StatusCode.InvalidArgument, "Bad line."));
        failure.Trailers.GetValue("line").ShouldBe("2");
    }

    [Fact]
    public async Task ServerStream_ThatIsCancelled_EndsOnBothSides()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = Client.Scatter(new Line { Text = "one wait" }, cancellationToken: cancellation.Token);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        await cancellation.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Cancelled);
        await Host.Guestbook.Stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Duplex_ThatIsDisposed_EndsOnTheServer()
    {
        var call = Client.Converse();
        await call.RequestStream.WriteAsync(new Line { Text = "wait" });
        await Host.Guestbook.Started.Task.WaitAsync(Patience);

        call.Dispose();

        await Host.Guestbook.Stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task ClientStream_PastItsDeadline_Ends()
    {
        using var call = Client.Gather(deadline: Soon);

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Duplex_PastItsDeadline_EndsOnBothSides()
    {
        using var call = Client.Converse(deadline: Soon);
        await call.RequestStream.WriteAsync(new Line { Text = "wait" });

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await Host.Guestbook.Stopped.Task.WaitAsync(Patience);
    }

    private static async Task<List<string>> ReadAll(IAsyncStreamReader<Line> stream)
    {
        var texts = new List<string>();
        await foreach (var line in stream.ReadAllAsync()) texts.Add(line.Text);
        return texts;
    }
}
