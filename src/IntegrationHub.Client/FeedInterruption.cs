namespace IntegrationHub.Client;

/// <summary>A break of a feed that the writer mends by itself.</summary>
/// <param name="Cause">What broke it. Null when the hub announced the close (draining).</param>
/// <param name="Attempt">1 for the first break since the hub was last heard from, then one more each time.</param>
/// <param name="Delay">How long the writer waits before it opens again.</param>
public sealed record FeedInterruption(Exception? Cause, int Attempt, TimeSpan Delay);
