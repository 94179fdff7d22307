using System.Collections.Frozen;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>Counts receipts.</summary>
internal sealed class FeedTally
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<FeedNotice, long> _notices = [];
    private long _accepted;
    private long _duplicates;
    private long _lastPosition;

    public FeedSummary Summary
    {
        get
        {
            lock (_lock)
            {
                return new FeedSummary
                {
                    Accepted = _accepted,
                    Duplicates = _duplicates,
                    RefusedByReason = _refused.ToFrozenDictionary(StringComparer.Ordinal),
                    Notices = _notices.ToFrozenDictionary(),
                    LastPosition = _lastPosition,
                };
            }
        }
    }

    public void Count(FeedReceipt receipt)
    {
        lock (_lock)
        {
            if (receipt.Accepted is { } accepted)
                Count(accepted);
            else if (receipt.Refused is { } refused)
                _refused[refused.Reason] = _refused.GetValueOrDefault(refused.Reason) + 1;
        }
    }

    private void Count(Accepted accepted)
    {
        if (accepted.Duplicate)
            _duplicates++;
        else
            _accepted++;
        _lastPosition = Math.Max(_lastPosition, accepted.Position);
        foreach (Notice notice in accepted.Notices)
        {
            FeedNotice kind = new(notice.Outcome, notice.Reason);
            _notices[kind] = _notices.GetValueOrDefault(kind) + 1;
        }
    }
}
