namespace IntegrationHub.Storage.Attendance;

/// <summary>One thing that a register said of a session of an enrolment.</summary>
public sealed record MarkEntry
{
    public required long EnrolmentId { get; init; }

    public required int SessionNumber { get; init; }

    /// <summary>The register.</summary>
    public required long Position { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTime ReceivedTime { get; init; }

    public required DecodedMark Mark { get; init; }

    /// <summary>Whether it is the one that counts for the session.</summary>
    public bool Counts { get; internal set; }

    /// <summary>Who sent it. Filled in for the entries that are asked for.</summary>
    public MarkSource? Source { get; internal set; }

    /// <summary>What decides which mark counts: the latest does, and of several the one received last. UTC.</summary>
    public DateTime Time => Mark.RecordTime ?? ReceivedTime;
}

/// <summary>Who sent a register.</summary>
public sealed record MarkSource(string System, string WriterId, Guid SubmissionId);
