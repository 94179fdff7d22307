using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>Straight into the window: what has no receipt is in memory only.</summary>
internal sealed class DirectInlet<T>(FeedWindow<T> window) : IFeedInlet<T>
    where T : class
{
    public int Count => window.Count;

    public long LastSequence => window.Range.Last;

    public ValueTask AddAsync(T submission, TaskCompletionSource<FeedReceipt>? waiter, CancellationToken cancellationToken) =>
        window.AddAsync(submission, waiter, cancellationToken);

    public ValueTask SecureAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public void Complete() => window.Complete();

    public void Begin(long watermark) => window.Begin(watermark);

    public Task FeedAsync(CancellationToken stop) => Task.CompletedTask;

    public void Settle(long sequence)
    {
    }

    public void Fail(Exception failure) => window.Fail(failure);

    public void Dispose()
    {
    }
}
