namespace IntegrationHub.Storage.Journal;

/// <summary>One submission on its way into the journal, already checked; or, with a <see cref="Refusal"/>, out of it.</summary>
public sealed record Submission
{
    public required WriterKey Writer { get; init; }

    /// <summary>Null from the unary calls.</summary>
    public long? Sequence { get; init; }

    /// <summary>The epoch of the stream that it came on; ignored without a sequence.</summary>
    public long Epoch { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The message in its canonical bytes, without its sequence.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>SHA-256 of the payload.</summary>
    public required byte[] ContentHash { get; init; }

    public required DateTime ReceivedTime { get; init; }

    public int? School { get; init; }
    public int? SessionNumber { get; init; }
    public string? Source { get; init; }
    public Guid? SnapshotId { get; init; }
    public IReadOnlyList<ItemNotice> Notices { get; init; } = [];

    /// <summary>
    /// What the receipt said, when a rebuild applies the submission again. Where live code decides by its settings, as whether a
    /// snapshot is held, a rebuild obeys this instead. Null: the submission is new.
    /// </summary>
    public IReadOnlyList<ItemNotice>? RecordedNotices { get; init; }

    /// <summary>Why it is not taken. Its content goes to quarantine, and its sequence is used.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What must change in the same transaction. Registers have none: they are folded later.</summary>
    public IProjection? Projection { get; init; }
}
