using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>A submission that has no receipt yet, its sequence, and who waits for the receipt, if anybody.</summary>
internal readonly record struct FeedEntry<T>(long Sequence, T Submission, TaskCompletionSource<FeedReceipt>? Waiter)
    where T : class;
