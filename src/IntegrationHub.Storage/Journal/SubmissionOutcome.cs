namespace IntegrationHub.Storage.Journal;

/// <summary>What became of a submission, durable by the time it is known.</summary>
public sealed record SubmissionOutcome
{
    public required OutcomeKind Kind { get; init; }

    /// <summary>The journal position, when accepted now or before.</summary>
    public long Position { get; init; }

    /// <summary>When it was first received.</summary>
    public DateTime ReceivedTime { get; init; }

    public IReadOnlyList<ItemNotice> Notices { get; init; } = [];

    /// <summary>Why it was refused.</summary>
    public Refusal? Refusal { get; init; }
}

/// <summary>The ways a submission can end.</summary>
public enum OutcomeKind
{
    Accepted,

    /// <summary>The same id and content had been accepted before.</summary>
    Duplicate,

    Refused,

    /// <summary>A newer opening of its writer fenced it off. It left no trace.</summary>
    Superseded,
}
