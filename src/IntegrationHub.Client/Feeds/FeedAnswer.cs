using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>One message from the hub; at most one of the three is set.</summary>
internal readonly record struct FeedAnswer(FeedAcceptance? Acceptance, FeedReceipt? Receipt, FeedProgress? Progress);
