namespace IntegrationHub.Client.Feeds;

/// <summary>Takes a connection for dead when nothing was heard on it for three heartbeat intervals.</summary>
/// <remarks>
/// It looks twice an interval and counts the looks since the last message, so a dead connection is found after three to three and a half intervals
/// and a message costs one write to memory. While the application handles a receipt nobody listens, and the count stands still.
/// </remarks>
internal sealed class HeartbeatWatch : IAsyncDisposable
{
    private const int MostLooks = 6;
    private const int NotListening = int.MinValue;

    private readonly ITimer _timer;
    private readonly Action _onSilence;
    private int _looks;

    public HeartbeatWatch(TimeProvider timeProvider, TimeSpan interval, Action onSilence)
    {
        _onSilence = onSilence;
        _timer = timeProvider.CreateTimer(_ => Look(), null, interval / 2, interval / 2);
    }

    public void Listening() => Volatile.Write(ref _looks, 0);

    public void Heard() => Volatile.Write(ref _looks, NotListening);

    /// <summary>Waits for a look that is under way, so that none comes after.</summary>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        if (Interlocked.Increment(ref _looks) == MostLooks + 1)
            _onSilence();
    }
}
