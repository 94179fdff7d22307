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

    /// <summary>
    /// Keeps each outcome until <see cref="FeedWriter{TSubmission}.ReadOutcomesAsync"/> hands it on. Until then it takes one of the places of
    /// <see cref="MaxOutstanding"/>, so an application that reads slowly holds the feed back, and one that does not read stops it. False by default.
    /// </summary>
    public bool KeepOutcomes { get; init; }

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

    /// <summary>
    /// Where submissions are kept on disk from the moment they are taken until their outcome, in a folder of its own for each feed and writer. Null,
    /// the default, keeps them in memory only.
    /// </summary>
    /// <remarks>
    /// With a spool a feed opens without waiting for the hub, sending waits for the disk instead of for the hub, and what an earlier process left is sent
    /// first. The files hold personal data as it was sent; on Unix, folder and files are made for their owner only. One folder for each hub.
    /// </remarks>
    public string? SpoolFolder { get; init; }

    /// <summary>How many bytes a writer's spool may have on disk. When it is full, sending waits for receipts. 256 MiB by default.</summary>
    public long SpoolLimit { get; init; } = 256L << 20;

    /// <summary>
    /// Gives what is in the spool new sequences, after the hub's watermark, at this opening. For the one start after
    /// <see cref="FeedException.WatermarkBehind"/>, <see cref="FeedException.WatermarkAhead"/> or SEQUENCE_GAP; ids stay, so nothing counts twice. What
    /// the hub lost of what it had given receipts for is not in the spool: send that again from your own records.
    /// </summary>
    public bool RenumberSpool { get; init; }
}
