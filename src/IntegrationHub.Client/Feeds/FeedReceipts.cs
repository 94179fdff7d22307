using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>Takes receipts in, in order, and holds the hub to them.</summary>
internal sealed class FeedReceipts<T>(FeedProtocol<T> protocol, FeedWindow<T> window, IFeedInlet<T> inlet, FeedOutcomes<T> outcomes, Backoff backoff)
    where T : class
{
    /// <summary>Takes the next receipt. One that had been taken before is passed over; one out of turn breaks the rules of a feed.</summary>
    public void Take(FeedReceipt receipt)
    {
        backoff.Heard();
        bool owed = window.TryPeekOwed(out FeedEntry<T> entry);
        if (receipt.Sequence < (owed ? entry.Sequence : window.Range.First))
            return;

        if (!owed || receipt.Sequence != entry.Sequence || receipt.SubmissionId != protocol.IdOf(entry.Submission))
        {
            throw new FeedException(
                FeedException.ProtocolBroken, StatusCode.Internal, $"The hub sent a receipt for sequence {receipt.Sequence} that was not due.");
        }

        outcomes.Take(entry, receipt);
    }

    /// <summary>
    /// Holds a new connection's watermark against what was sent and receipted here. Between the two lie the submissions whose receipts were lost with
    /// the connection: they are sent again under their own sequences, and the hub answers them again.
    /// </summary>
    public void CheckWatermark(long watermark)
    {
        (long first, long last) = (window.Range.First, inlet.LastSequence);
        if (watermark < first - 1)
        {
            throw new FeedException(
                FeedException.WatermarkBehind, StatusCode.DataLoss, $"The hub stands at {watermark}, but {first - 1} had its receipt: it was put back to an older state.");
        }

        if (watermark > last)
        {
            throw new FeedException(
                FeedException.WatermarkAhead, StatusCode.FailedPrecondition, $"The hub stands at {watermark}, but this writer never came further than {last}: another one uses its name.");
        }
    }
}
