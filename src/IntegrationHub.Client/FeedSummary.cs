namespace IntegrationHub.Client;

/// <summary>What became of the submissions whose receipts a feed has had since it was opened, in numbers.</summary>
/// <remarks>Receipts that come again after a break count once; a submission that an earlier process left in the spool counts in this one.</remarks>
public sealed record FeedSummary
{
    /// <summary>Submissions that are in the hub's journal and were not before.</summary>
    public required long Accepted { get; init; }

    /// <summary>Submissions that had been accepted before, under the same id.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Submissions that are not in the journal.</summary>
    public long Refused => RefusedByReason.Values.Sum();

    /// <summary>Refused submissions by the hub's reason. Empty when all is well.</summary>
    public required IReadOnlyDictionary<string, long> RefusedByReason { get; init; }

    /// <summary>Notices on single marks and records of accepted submissions, a duplicate's again. Empty when all is well.</summary>
    public required IReadOnlyDictionary<FeedNotice, long> Notices { get; init; }

    /// <summary>The highest position of an accepted submission. 0 before the first.</summary>
    public required long LastPosition { get; init; }
}
