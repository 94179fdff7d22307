using System.Globalization;
using System.Threading.Channels;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Feeds;

/// <summary>
/// One stream of one writer, from its opening to its end: reads submissions as far as the outstanding limit allows, and writes
/// their receipts in order.
/// </summary>
/// <remarks>
/// Two loops share a bounded queue. The reader checks each submission, hands it to the journal and queues its outcome; a full
/// queue stops the reading, and with it, through HTTP/2's windows, the sender. The writer awaits the outcomes one after another,
/// since only one message may be written at a time. What ends the stream goes through the same queue, so that the receipts owed
/// before it still go out.
/// </remarks>
internal sealed class FeedSession<TRequest, TResponse, TSubmission>(
    FeedProtocol<TRequest, TResponse, TSubmission> protocol, FeedServices services, Caller caller, WriterKey writer, WriterOpening opening)
    : IFeedSession
    where TSubmission : class, IMessage
{
    private static readonly WriteOptions Gather = new(WriteFlags.BufferHint);
    private static readonly WriteOptions Send = new();

    private readonly Channel<Owed> _owed = Channel.CreateBounded<Owed>(
        new BoundedChannelOptions(services.Limits.MaxOutstandingSubmissions) { SingleReader = true });

    private volatile bool _superseded;
    private volatile bool _draining;
    private long? _drainStart;
    private long _watermark = opening.Watermark;

    public long Epoch => opening.Epoch;

    /// <summary>Runs to the end of the stream.</summary>
    public async Task RunAsync(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, CancellationToken cancelled)
    {
        await responses.WriteAsync(protocol.Response(new FeedAcceptance
        {
            Watermark = opening.Watermark,
            MaxOutstandingSubmissions = services.Limits.MaxOutstandingSubmissions,
            HeartbeatInterval = Duration.FromTimeSpan(services.Limits.HeartbeatInterval),
        }), cancelled);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var reading = ReadAsync(requests, ended.Token);
        try
        {
            await WriteAsync(responses, ended.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A newer opening of the same writer has come: this stream ends.</summary>
    public void Supersede()
    {
        _superseded = true;
        _owed.Writer.TryWrite(Owed.Nothing);
    }

    /// <summary>The hub is about to close.</summary>
    public void Drain()
    {
        _draining = true;
        _owed.Writer.TryWrite(Owed.Nothing);
    }

    private async Task ReadAsync(IAsyncStreamReader<TRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            var expected = opening.Watermark + 1;
            Task newest = Task.CompletedTask;
            while (await UnreadableMessage.MoveNextAsync(requests, cancellationToken))
            {
                var (sequence, submission) = Expect(requests.Current);
                var outcome = sequence == expected
                    ? await services.Intake.SubmitAsync(protocol, caller, writer, opening.Epoch, sequence, submission, cancellationToken)
                    : RepeatedOrGap(sequence, expected, submission, newest, cancellationToken);
                if (sequence == expected)
                    (newest, expected) = (outcome, sequence + 1);
                await _owed.Writer.WriteAsync(new(protocol.SubmissionIdOf(submission), sequence, outcome), cancellationToken);
            }
            _owed.Writer.TryComplete();
        }
        catch (Exception exception)
        {
            _owed.Writer.TryComplete(exception);
        }
    }

    private (long Sequence, TSubmission Submission) Expect(TRequest request)
    {
        if (protocol.OpeningOf(request) is not null)
            throw RpcErrors.Create(StatusCode.FailedPrecondition, Reason.OpeningRepeated, "A stream is opened once. Open another stream instead.");
        return protocol.SubmissionOf(request)
            ?? throw RpcErrors.Create(StatusCode.InvalidArgument, Reason.EmptyMessage, "The message holds no submission.");
    }

    /// <summary>
    /// A sequence that has been used is answered again when it brings what it brought then. Anything else out of turn is a gap.
    /// </summary>
    /// <param name="newest">Ends when all that came in turn before is durable, and can be looked up.</param>
    private Task<SubmissionOutcome> RepeatedOrGap(
        long sequence, long expected, TSubmission submission, Task newest, CancellationToken cancellationToken)
    {
        if (sequence > 0 && sequence < expected)
            return RepeatedAsync();
        throw Gap(sequence, expected);

        async Task<SubmissionOutcome> RepeatedAsync()
        {
            await newest;
            return await services.Intake.FindAsync(protocol, writer, submission, cancellationToken) ?? throw Gap(sequence, expected);
        }
    }

    private static RpcException Gap(long sequence, long expected) => RpcErrors.Create(
        StatusCode.FailedPrecondition, Reason.SequenceGap,
        $"Sequence {sequence} came where {expected} was expected. Open again and resend what has no receipt, under the sequences it had.",
        facts: ("expected_sequence", expected.ToString(CultureInfo.InvariantCulture)));

    private async Task WriteAsync(IServerStreamWriter<TResponse> responses, CancellationToken cancellationToken)
    {
        while (await WaitAsync(responses, cancellationToken))
        {
            while (_owed.Reader.TryRead(out var owed))
            {
                if (_superseded)
                    throw Superseded();
                if (_draining)
                    await DrainAsync(responses, cancellationToken);
                if (owed.Outcome is not null)
                    await WriteReceiptAsync(responses, owed, cancellationToken);
            }
        }
    }

    private async Task WriteReceiptAsync(IServerStreamWriter<TResponse> responses, Owed owed, CancellationToken cancellationToken)
    {
        var outcome = await services.StoredAsync(owed.Outcome!, writer);
        if (outcome.Kind == OutcomeKind.Superseded)
            throw Superseded();
        _watermark = Math.Max(_watermark, owed.Sequence);
        // Receipts that are ready go out together; the last one of a run sends them.
        responses.WriteOptions = _owed.Reader.TryPeek(out var next) && next.Outcome is { IsCompletedSuccessfully: true } ? Gather : Send;
        await responses.WriteAsync(protocol.Response(SubmissionIntake.Receipt(owed.SubmissionId, owed.Sequence, outcome)), cancellationToken);
    }

    /// <summary>Waits for something to write, and sends progress meanwhile.</summary>
    /// <returns>False: nothing more will come.</returns>
    private async ValueTask<bool> WaitAsync(IServerStreamWriter<TResponse> responses, CancellationToken cancellationToken)
    {
        while (true)
        {
            var more = _owed.Reader.WaitToReadAsync(cancellationToken);
            if (more.IsCompleted)
                return await more;
            var waiting = more.AsTask();
            try
            {
                return await waiting.WaitAsync(DrainTimeLeft() ?? services.Limits.HeartbeatInterval, services.Clock, cancellationToken);
            }
            catch (TimeoutException) when (_drainStart is not null)
            {
                throw services.Draining();
            }
            catch (TimeoutException)
            {
                await WriteProgressAsync(responses, cancellationToken);
            }
        }
    }

    /// <summary>Announces the close once, and ends a stream that goes on for longer than it may.</summary>
    private async Task DrainAsync(IServerStreamWriter<TResponse> responses, CancellationToken cancellationToken)
    {
        if (DrainTimeLeft() == TimeSpan.Zero)
            throw services.Draining();
        if (_drainStart is not null)
            return;
        _drainStart = services.Clock.GetTimestamp();
        await WriteProgressAsync(responses, cancellationToken);
    }

    /// <returns>How long the stream may go on, never less than nothing; null: no close has been announced.</returns>
    private TimeSpan? DrainTimeLeft()
    {
        if (_drainStart is not { } start)
            return null;
        var left = services.Limits.DrainTimeout - services.Clock.GetElapsedTime(start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private Task WriteProgressAsync(IServerStreamWriter<TResponse> responses, CancellationToken cancellationToken)
    {
        responses.WriteOptions = Send;
        return responses.WriteAsync(protocol.Response(new FeedProgress { Watermark = _watermark, Draining = _drainStart is not null }), cancellationToken);
    }

    private static RpcException Superseded() => RpcErrors.Create(
        StatusCode.Aborted, Reason.WriterSuperseded,
        "A newer stream of the same writer has been opened. Let one process at a time use a writer_id.");

    /// <summary>What is owed to the sender: the outcome of a submission; or nothing, to wake the writer.</summary>
    private readonly record struct Owed(string SubmissionId, long Sequence, Task<SubmissionOutcome>? Outcome)
    {
        public static Owed Nothing => new("", 0, null);
    }
}
