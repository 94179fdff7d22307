namespace IntegrationHub.Client.Feeds;

/// <summary>One stream of a feed, from its opening to its end. One write and one read may be under way at a time.</summary>
internal abstract class FeedConnection<T> : IDisposable
    where T : class
{
    public abstract Task OpenAsync();

    /// <summary>Writes a submission. With <paramref name="more"/> the bytes may wait for those of the next one.</summary>
    public abstract Task WriteAsync(long sequence, T submission, bool more);

    /// <summary>The next message, or null at the end of the stream.</summary>
    public abstract Task<FeedAnswer?> ReadAsync();

    public abstract Task CompleteAsync();

    public abstract void Dispose();
}
