using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>Hands each receipt to whoever wants it: the application's handler, the summary, the reader of outcomes, and who waits for this one.</summary>
/// <remarks>
/// Kept outcomes lie in a channel without a limit of its own: the window counts them until they are read, so there are never more than it allows, and
/// an application that reads slowly never keeps the connection from being read.
/// </remarks>
internal sealed class FeedOutcomes<T>(FeedOptions options, FeedWindow<T> window, IFeedInlet<T> inlet)
    where T : class
{
    private readonly Channel<FeedOutcome<T>>? _kept = options.KeepOutcomes ? Channel.CreateUnbounded<FeedOutcome<T>>() : null;
    private readonly FeedTally _tally = new();

    public FeedSummary Summary => _tally.Summary;

    /// <summary>Takes the receipt that is due.</summary>
    public void Take(FeedEntry<T> entry, FeedReceipt receipt)
    {
        try
        {
            options.OnReceipt?.Invoke(receipt);
        }
        catch (Exception exception)
        {
            throw new FeedException(FeedException.ReceiptHandlerFailed, StatusCode.OK, "The application's handler of receipts failed.", exception);
        }

        _tally.Count(receipt);
        window.Settle(keep: _kept is not null);
        if (_kept is null)
            inlet.Settle(entry.Sequence);
        else
            _kept.Writer.TryWrite(new FeedOutcome<T>(entry.Submission, receipt));
        entry.Waiter?.TrySetResult(receipt);
    }

    /// <summary>The kept outcomes in order. One is done with when the reader asks for the next: a reader that fails over it has not had it.</summary>
    public async IAsyncEnumerable<FeedOutcome<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChannelReader<FeedOutcome<T>> kept = _kept?.Reader
            ?? throw new InvalidOperationException($"Outcomes can be read from a feed that was opened with {nameof(FeedOptions.KeepOutcomes)}.");
        await foreach (FeedOutcome<T> outcome in kept.ReadAllAsync(cancellationToken))
        {
            yield return outcome;
            window.Release(outcome.Receipt.Sequence);
            inlet.Settle(outcome.Receipt.Sequence);
        }
    }

    /// <summary>No more will come.</summary>
    public void End(Exception? failure) => _kept?.Writer.TryComplete(failure);
}
