using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client;

/// <summary>A kind of notice on a mark or record.</summary>
/// <param name="Outcome">What became of the mark or record: a warning, pending or quarantined.</param>
/// <param name="Reason">Why, in UPPER_SNAKE_CASE, from the hub's published catalogue.</param>
public readonly record struct FeedNotice(NoticeOutcome Outcome, string Reason);
