using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>Takes receipts in, in order, and finds those that were lost with a connection.</summary>
internal sealed class FeedReceipts<T>(FeedProtocol<T> protocol, FeedOptions options, FeedWindow<T> window, Backoff backoff)
    where T : class
{
    private const int AskedAtATime = 32;

    /// <summary>Takes the next receipt. One that had been taken before is passed over; one out of turn breaks the rules of a feed.</summary>
    public void Take(FeedReceipt receipt)
    {
        backoff.Heard();
        bool owed = window.TryPeekOwed(out FeedEntry<T> entry);
        if (receipt.Sequence < (owed ? entry.Sequence : window.Range().First))
            return;

        if (!owed || receipt.Sequence != entry.Sequence || receipt.SubmissionId != protocol.IdOf(entry.Submission))
        {
            throw new FeedException(
                FeedException.ProtocolBroken, StatusCode.Internal, $"The hub sent a receipt for sequence {receipt.Sequence} that was not due.");
        }

        Settle(entry, receipt);
    }

    /// <summary>Settles what lies at or below the hub's watermark and has no receipt here.</summary>
    public async Task RecoverAsync(long watermark, CancellationToken cancellationToken)
    {
        (long first, long last) = window.Range();
        if (watermark < first - 1)
        {
            throw new FeedException(
                FeedException.WatermarkBehind, StatusCode.DataLoss, $"The hub stands at {watermark}, but {first - 1} had its receipt: it was put back to an older state.");
        }

        if (watermark > last)
        {
            throw new FeedException(
                FeedException.WatermarkAhead, StatusCode.FailedPrecondition, $"The hub stands at {watermark}, but this writer has sent only {last}: another one uses its name.");
        }

        while (window.Oldest(AskedAtATime, watermark) is { Count: > 0 } entries)
            await RecoverSomeAsync(entries, cancellationToken);
    }

    private async Task RecoverSomeAsync(IReadOnlyList<FeedEntry<T>> entries, CancellationToken cancellationToken)
    {
        FeedReceipt?[] found = await Task.WhenAll(
            entries.Select(entry => protocol.FindReceiptAsync(options.WriterId, entry.Submission, cancellationToken)));
        foreach ((FeedEntry<T> entry, FeedReceipt? receipt) in entries.Zip(found))
        {
            FeedReceipt own = receipt ?? new FeedReceipt { SubmissionId = protocol.IdOf(entry.Submission) };
            own.Sequence = entry.Sequence;
            Settle(entry, own);
        }
    }

    private void Settle(FeedEntry<T> entry, FeedReceipt receipt)
    {
        try
        {
            options.OnReceipt?.Invoke(receipt);
        }
        catch (Exception exception)
        {
            throw new FeedException(FeedException.ReceiptHandlerFailed, StatusCode.OK, "The application's handler of receipts failed.", exception);
        }

        window.Settle();
        entry.Waiter?.TrySetResult(receipt);
    }
}
