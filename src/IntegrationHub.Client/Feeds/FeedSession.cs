using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>One connection of a feed: opening, acceptance, submissions one way and receipts the other, and the end.</summary>
internal sealed class FeedSession<T>(
    FeedProtocol<T> protocol,
    FeedOptions options,
    TimeProvider timeProvider,
    FeedWindow<T> window,
    IFeedInlet<T> inlet,
    FeedOutcomes<T> outcomes,
    Backoff backoff,
    TaskCompletionSource<long> opened)
    where T : class
{
    private static readonly TimeSpan DefaultHeartbeat = TimeSpan.FromSeconds(10);

    // How long the other direction may take to say why, once one direction has ended.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly FeedReceipts<T> _receipts = new(protocol, window, inlet, outcomes, backoff);
    private volatile bool _draining;

    /// <summary>True once the hub has accepted the opening.</summary>
    public bool WasAccepted { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource lifetime = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using FeedConnection<T> connection = protocol.Connect(options.WriterId, lifetime.Token);
        try
        {
            FeedAcceptance acceptance = await OpenAsync(connection).WaitAsync(options.AcceptanceTimeout, timeProvider, stop);
            TakeUp(acceptance);
            await ConverseAsync(connection, acceptance, lifetime);
        }
        finally
        {
            await lifetime.CancelAsync();
        }
    }

    private static async Task<FeedAcceptance> OpenAsync(FeedConnection<T> connection)
    {
        try
        {
            await connection.OpenAsync();
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            // The stream was over before the opening was out; reading tells why.
        }

        return await connection.ReadAsync() switch
        {
            { Acceptance: { } acceptance } => acceptance,
            null => throw new IOException("The hub ended the stream instead of accepting it."),
            _ => throw new FeedException(FeedException.ProtocolBroken, StatusCode.Internal, "The hub's first message is not an acceptance."),
        };
    }

    private void TakeUp(FeedAcceptance acceptance)
    {
        int limit = Math.Max(1, acceptance.MaxOutstandingSubmissions);
        limit = options.MaxOutstanding > 0 ? Math.Min(limit, options.MaxOutstanding) : limit;

        if (!opened.Task.IsCompleted)
            inlet.Begin(acceptance.Watermark);
        _receipts.CheckWatermark(acceptance.Watermark);
        WasAccepted = true;
        window.Rewind(limit);
        opened.TrySetResult(acceptance.Watermark);
    }

    private async Task ConverseAsync(FeedConnection<T> connection, FeedAcceptance acceptance, CancellationTokenSource lifetime)
    {
        TimeSpan interval = acceptance.HeartbeatInterval?.ToTimeSpan() is { Ticks: > 0 } given ? given : DefaultHeartbeat;
        await using HeartbeatWatch watch = new(timeProvider, interval, lifetime.Cancel);
        Task reading = ReadAsync(connection, watch);
        Task writing = WriteAsync(connection, lifetime.Token);

        bool wroteAll = await Task.WhenAny(reading, writing) == writing && writing.IsCompletedSuccessfully;
        if (!reading.IsCompleted)
            await Task.WhenAny(reading, Task.Delay(Grace, timeProvider, lifetime.Token));

        // The hub's own word on the end counts before what kept this side from writing.
        Task first = reading.IsCompleted ? reading : writing;
        await lifetime.CancelAsync();
        await Task.WhenAll(reading, writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Where everything sent has its receipt, how the stream ended matters no more.
        if (wroteAll)
            return;

        await first;
        throw new IOException("The hub ended the stream before it was done.");
    }

    private async Task ReadAsync(FeedConnection<T> connection, HeartbeatWatch watch)
    {
        while (true)
        {
            watch.Listening();
            FeedAnswer? answer = await connection.ReadAsync();
            watch.Heard();
            switch (answer)
            {
                case null:
                    return;
                case { Receipt: { } receipt }:
                    _receipts.Take(receipt);
                    break;
                case { Progress: { } progress }:
                    TakeProgress(progress);
                    break;
                default:
                    throw new FeedException(FeedException.ProtocolBroken, StatusCode.Internal, "The hub sent a second acceptance, or a message that is not known.");
            }
        }
    }

    private void TakeProgress(FeedProgress progress)
    {
        backoff.Heard();
        if (!progress.Draining)
            return;

        _draining = true;
        window.Poke();
    }

    private async Task WriteAsync(FeedConnection<T> connection, CancellationToken cancellationToken)
    {
        bool gathered = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Gathered bytes leave with the next write, so after them one more submission goes out even when draining.
            if ((!_draining || gathered) && window.TryTake(out FeedEntry<T> entry, out bool more))
            {
                gathered = more && !_draining;
                await connection.WriteAsync(entry.Sequence, entry.Submission, gathered);
            }
            else if (_draining ? window.OwesNothing : window.IsFinished)
            {
                await connection.CompleteAsync();
                return;
            }
            else
            {
                await window.WaitForWorkAsync(_draining).WaitAsync(cancellationToken);
            }
        }
    }
}
