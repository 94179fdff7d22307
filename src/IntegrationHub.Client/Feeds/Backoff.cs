namespace IntegrationHub.Client.Feeds;

/// <summary>How long to wait before the next opening: exponential with full jitter, and never less than the hub asks.</summary>
/// <remarks>
/// Full jitter draws the wait evenly between nothing and the ceiling. When a hub comes back, the many writers that lost it then do not all knock
/// in the same instant, as they would after equal waits.
/// </remarks>
internal sealed class Backoff(FeedOptions options, TimeProvider timeProvider)
{
    private long _lastHeard = timeProvider.GetTimestamp();

    /// <summary>Breaks since the hub was last heard from.</summary>
    public int Attempts { get; private set; }

    /// <summary>True when the hub has been silent for longer than the options allow.</summary>
    public bool IsOver => options.GiveUpAfter is { } limit && timeProvider.GetElapsedTime(_lastHeard) >= limit;

    /// <summary>The hub has been heard from in earnest: a receipt or a heartbeat, not only an acceptance.</summary>
    public void Heard()
    {
        Attempts = 0;
        if (options.GiveUpAfter is not null)
            _lastHeard = timeProvider.GetTimestamp();
    }

    /// <summary>The next wait.</summary>
    public TimeSpan Next(TimeSpan? asked)
    {
        double ceiling = Math.Min(
            options.LongestBackoff.TotalMilliseconds,
            options.FirstBackoff.TotalMilliseconds * Math.Pow(2, Math.Min(Attempts, 30)));
        Attempts++;
        return (asked ?? TimeSpan.Zero) + TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}
