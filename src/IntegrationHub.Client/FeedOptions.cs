using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client;

/// <summary>How one feed is written.</summary>
public sealed record FeedOptions
{
    /// <summary>
    /// Names the writer, for ever: sequences and the watermark belong to it. Two processes with one writer's name drive each other out; to send
    /// faster, open more writers and give each its own share of the schools.
    /// </summary>
    public required string WriterId { get; init; }

    /// <summary>
    /// Told of each receipt, in order, one at a time. It runs on the feed's own reading loop: while it works, no further receipt is read, which is how
    /// an application that stores its receipts holds the feed back. What it throws ends the feed.
    /// </summary>
    public Action<FeedReceipt>? OnReceipt { get; init; }

    /// <summary>Told of each break before the feed waits and opens again. For logs; it is free to do nothing.</summary>
    public Action<FeedInterruption>? OnInterruption { get; init; }

    /// <summary>
    /// How many submissions may be without a receipt; they are kept in memory to be sent again. The hub's own limit holds where it is smaller.
    /// 0, the default, takes the hub's limit.
    /// </summary>
    public int MaxOutstanding { get; init; }

    /// <summary>The ceiling of the first wait after a break. It doubles with each break in a row; the wait itself is drawn evenly from below it.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The highest that the ceiling grows.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for the hub's acceptance of an opening before the connection is taken for dead.</summary>
    public TimeSpan AcceptanceTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to go on without hearing from the hub before the feed ends with a <see cref="FeedException"/>. Null, the default, goes on for ever:
    /// a sender that runs day and night should outlive any outage of the hub.
    /// </summary>
    public TimeSpan? GiveUpAfter { get; init; }
}
