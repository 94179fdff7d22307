using Grpc.Core;

namespace IntegrationHub.Compat.Tests.EndToEnd;

/// <summary>What a test wants to know about the calls that reached the server.</summary>
public sealed class Guestbook
{
    /// <summary>Done when a call that would go on for ever was told to stop.</summary>
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
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "Not now."), new Metadata { { "details-bin", [1, 2, 3] } });
            case "status":
                context.Status = new Status(StatusCode.AlreadyExists, "Set by hand.");
                return Text("");
            case "token":
                return Text(string.Join(",", context.RequestHeaders.GetAll("authorization").Select(entry => entry.Value)));
            case "state":
                return Text($"{context.UserState["seen-by"]}");
            case "peer":
                return Text($"{context.AuthContext.IsPeerAuthenticated} {string.Join(",", context.AuthContext.PeerIdentity.Select(p => p.Value))}");
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
            if (line.Text == "refuse") throw new RpcException(new Status(StatusCode.InvalidArgument, "Bad line."), new Metadata { { "line", "2" } });
            if (line.Text == "wait") await StopOnly(context);
            await responseStream.WriteAsync(Text($"re: {line.Text}"));
        }

        context.ResponseTrailers.Add("over", "true");
    }

    private static Line Text(string text) => new() { Text = text };

    private async Task StopOnly(ServerCallContext context)
    {
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
