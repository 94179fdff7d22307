using Grpc.Core;

namespace IntegrationHub.Compat.Tests.EndToEnd;

/// <summary>What a test wants to know about a call that would go on for ever.</summary>
public sealed class Guestbook
{
    /// <summary>Done when the call has begun.</summary>
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done, with the call's deadline, when it was told to stop.</summary>
    public TaskCompletionSource<DateTime> Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

public class RelayService(Guestbook guestbook) : Relay.RelayBase
{
    public override async Task<Line> Ask(Line request, ServerCallContext context)
    {
        switch (request.Text)
        {
            case "headers":
                await context.WriteResponseHeadersAsync(new Metadata { { "greeting", "hello" } });
                context.ResponseTrailers.Add("parting", "goodbye");
                context.ResponseTrailers.Add("parting-bin", [0, 1, 255]);
                return Text($"{context.RequestHeaders.GetValue("tag")} {context.RequestHeaders.GetValueBytes("tag-bin")?.Length}");
            case "refuse":
                throw Refusal(StatusCode.FailedPrecondition, "Not now.", new Metadata.Entry("details-bin", [1, 2, 3]));
            case "status":
                context.Status = new Status(StatusCode.AlreadyExists, "Set by hand.");
                return Text("");
            case "token":
                return Text(string.Join(",", context.RequestHeaders.GetAll("authorization").Select(entry => entry.Value)));
            case "state":
                return Text($"{context.UserState["seen-by"]}");
            case "peer":
                var names = context.AuthContext.PeerIdentity.Select(property => property.Value);
                return Text($"{context.AuthContext.IsPeerAuthenticated} {string.Join(",", names)}");
            case "wait":
                await StopOnly(context);
                break;
        }

        return Text($"{context.Method} {context.Host} {request.Text.Length}");
    }

    public override async Task<Line> Gather(IAsyncStreamReader<Line> requestStream, ServerCallContext context)
    {
        var lines = new List<string>();
        await foreach (var line in requestStream.ReadAllAsync()) lines.Add(line.Text);
        return Text(string.Join(",", lines));
    }

    public override async Task Scatter(Line request, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        foreach (var word in request.Text.Split(' ')) await responseStream.WriteAsync(Text(word), context.CancellationToken);
        context.ResponseTrailers.Add("words", "done");
        if (request.Text.EndsWith("wait", StringComparison.Ordinal)) await StopOnly(context);
    }

    public override async Task Converse(
        IAsyncStreamReader<Line> requestStream, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        responseStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await foreach (var line in requestStream.ReadAllAsync())
        {
            if (line.Text == "refuse") throw Refusal(StatusCode.InvalidArgument, "Bad line.", new Metadata.Entry("line", "2"));
            if (line.Text == "wait") await StopOnly(context);
            await responseStream.WriteAsync(Text($"re: {line.Text}"));
        }

        context.ResponseTrailers.Add("over", "true");
    }

    private static RpcException Refusal(StatusCode code, string detail, Metadata.Entry trailer) =>
        new(new Status(code, detail), [trailer]);

    private static Line Text(string text) => new() { Text = text };

    private async Task StopOnly(ServerCallContext context)
    {
        guestbook.Started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            guestbook.Stopped.TrySetResult(context.Deadline);
        }
    }
}
