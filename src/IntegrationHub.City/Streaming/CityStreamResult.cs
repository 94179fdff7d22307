using System.Collections.Concurrent;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>What became of a load.</summary>
public sealed class CityStreamResult
{
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _notices = new(StringComparer.Ordinal);
    private long _accepted;
    private long _duplicates;
    private long _lastPosition;

    /// <summary>Submissions that are in the journal and were not before.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Submissions that had been taken before.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>Submissions left out because the writer's watermark said that they had their outcome.</summary>
    public long Skipped { get; internal set; }

    /// <summary>Refused submissions by reason. Empty when all is well.</summary>
    public IReadOnlyDictionary<string, long> Refused => _refused;

    /// <summary>Notices on single marks and records, by outcome and reason. Empty when all is well.</summary>
    public IReadOnlyDictionary<string, long> Notices => _notices;

    /// <summary>The highest journal position of a receipt.</summary>
    public long LastPosition => Interlocked.Read(ref _lastPosition);

    internal void Count(FeedReceipt receipt)
    {
        switch (receipt.OutcomeCase)
        {
            case FeedReceipt.OutcomeOneofCase.Accepted:
                Interlocked.Increment(ref receipt.Accepted.Duplicate ? ref _duplicates : ref _accepted);
                Raise(receipt.Accepted.Position);
                foreach (Notice notice in receipt.Accepted.Notices)
                    _notices.AddOrUpdate($"{notice.Outcome} {notice.Reason}", 1, (_, count) => count + 1);
                break;
            case FeedReceipt.OutcomeOneofCase.Refused:
                _refused.AddOrUpdate(receipt.Refused.Reason, 1, (_, count) => count + 1);
                break;
            case FeedReceipt.OutcomeOneofCase.None:
            default:
                break;
        }
    }

    private void Raise(long position)
    {
        long last = LastPosition;
        while (position > last)
            last = Interlocked.CompareExchange(ref _lastPosition, position, last) is var seen && seen == last ? position : seen;
    }
}
