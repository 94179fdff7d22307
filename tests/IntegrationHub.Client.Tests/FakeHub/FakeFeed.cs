using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Tests.FakeHub;

/// <summary>Plays one stream by its script, for any of the three feeds.</summary>
internal sealed class FakeFeed<TRequest, TResponse>(FakeJournal journal)
    where TRequest : class
    where TResponse : class
{
    public required Func<TRequest, FeedOpening?> OpeningOf { get; init; }

    public required Func<TRequest, (long Sequence, string Id)> SubmissionOf { get; init; }

    public required Func<FeedAcceptance, TResponse> Accept { get; init; }

    public required Func<FeedReceipt, TResponse> Receive { get; init; }

    public required Func<FeedProgress, TResponse> Progress { get; init; }

    public async Task PlayAsync(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
    {
        journal.Systems.Enqueue(context.RequestHeaders.GetValue("hub-system"));
        StreamScript script = journal.Script();
        (await requests.MoveNext(context.CancellationToken)).ShouldBeTrue();
        string writer = OpeningOf(requests.Current)!.WriterId;
        if (script.RefuseOpening is not null)
        {
            journal.Openings++;
            throw script.RefuseOpening;
        }

        (long watermark, int epoch) = journal.Open(writer);
        Channel<TResponse> outbox = Channel.CreateUnbounded<TResponse>();
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        Task writing = WriteAsync(outbox, responses, script, done.Token);
        await responses.WriteAsync(Accept(new FeedAcceptance
        {
            Watermark = script.PretendWatermark ?? watermark,
            MaxOutstandingSubmissions = script.MaxOutstanding,
            HeartbeatInterval = Duration.FromTimeSpan(script.Heartbeat),
        }));
        outbox.Writer.TryWrite(null!);
        try
        {
            await ReadAsync(requests, outbox.Writer, script, writer, epoch, context);
        }
        finally
        {
            outbox.Writer.TryComplete();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(
        IAsyncStreamReader<TRequest> requests, ChannelWriter<TResponse> outbox, StreamScript script, string writer, int epoch, ServerCallContext context)
    {
        int settled = 0;
        int afterDraining = 0;
        bool draining = script.DrainAfter == 0;
        if (draining)
            outbox.TryWrite(Progress(new FeedProgress { Draining = true }));

        while (await NextAsync(requests, script, context))
        {
            if (!journal.IsCurrent(writer, epoch))
                throw RpcErrors.With(StatusCode.Aborted, FeedException.WriterSuperseded);

            if (script.FailOverFirst is { } fault)
                throw fault;
            (long sequence, string id) = SubmissionOf(requests.Current);
            FeedReceipt receipt = sequence == journal.Watermark(writer) + 1
                ? journal.Take(writer, sequence, id)
                : journal.Answer(writer, sequence, id) ?? throw RpcErrors.With(StatusCode.FailedPrecondition, "SEQUENCE_GAP");
            settled++;
            afterDraining += draining ? 1 : 0;
            if (script.SettleSilentlyThenTear is { } silent)
            {
                if (settled >= silent)
                    Tear(context);
                continue;
            }

            Send(outbox, script, receipt);
            if (settled == script.DrainAfter)
            {
                draining = true;
                outbox.TryWrite(Progress(new FeedProgress { Draining = true, Watermark = sequence }));
            }

            if (settled == script.EndAfter)
                return;
            if (settled == script.FailAfter)
                throw script.Failure!;
            if (settled == script.TearAfter)
            {
                // What was said before reaches the writer, then nothing does.
                await Task.Delay(20, context.CancellationToken);
                Tear(context);
            }
        }

        Interlocked.Increment(ref journal.ClosedByWriter);
        if (draining)
            journal.ReadAfterDraining.Enqueue(afterDraining);
    }

    // A writer that has nothing more to send is torn off as well: it would wait for receipts for ever.
    private static async Task<bool> NextAsync(IAsyncStreamReader<TRequest> requests, StreamScript script, ServerCallContext context)
    {
        Task<bool> next = requests.MoveNext(context.CancellationToken);
        if (script.SettleSilentlyThenTear is not null && await Task.WhenAny(next, Task.Delay(2_000, context.CancellationToken)) != next)
            Tear(context);
        return await next;
    }

    private void Send(ChannelWriter<TResponse> outbox, StreamScript script, FeedReceipt receipt)
    {
        if (script.FallSilent)
            return;
        if (script.SkipAReceipt)
            receipt.Sequence++;
        outbox.TryWrite(Receive(receipt));
        if (script.RepeatReceipts)
            outbox.TryWrite(Receive(receipt));
    }

    private async Task WriteAsync(Channel<TResponse> outbox, IServerStreamWriter<TResponse> responses, StreamScript script, CancellationToken cancellationToken)
    {
        // The first entry only says that the acceptance is out.
        await outbox.Reader.ReadAsync(cancellationToken);
        while (true)
        {
            Task<bool> more = outbox.Reader.WaitToReadAsync(cancellationToken).AsTask();
            while (await Task.WhenAny(more, Task.Delay(script.Heartbeat, cancellationToken)) != more)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!script.FallSilent)
                    await responses.WriteAsync(Progress(new FeedProgress()), cancellationToken);
            }

            if (!await more)
                return;
            if (script.HoldReceipts is { } held)
            {
                journal.FirstHeld.TrySetResult();
                await held.WaitAsync(cancellationToken);
            }

            while (outbox.Reader.TryRead(out TResponse? message))
                await responses.WriteAsync(message, cancellationToken);
        }
    }

    private static void Tear(ServerCallContext context)
    {
        context.GetHttpContext().Abort();
        throw new IOException("The fake hub tears the connection.");
    }
}
