namespace IntegrationHub.Storage.Model;

/// <summary>
/// One accepted submission, append-only: the truth from which everything else can be made again. Positions are given in
/// commit order, so a reader who has seen position P has seen all positions up to P.
/// </summary>
public sealed class JournalRow
{
    public long Position { get; set; }
    public required string Authority { get; set; }
    public Feed Feed { get; set; }
    public required string System { get; set; }
    public required string WriterId { get; set; }

    /// <summary>Null from the unary calls, which have none.</summary>
    public long? Sequence { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>DfE number (LAESTAB) of the school it is about, for registers, rolls and approvals of rolls.</summary>
    public int? School { get; set; }

    /// <summary>For a register: the number of its session, counted in half days from 1 January 0001.</summary>
    public int? SessionNumber { get; set; }

    /// <summary>For case records: the source.</summary>
    public string? Source { get; set; }

    /// <summary>The snapshot that it belongs to, if any.</summary>
    public Guid? SnapshotId { get; set; }

    public DateTime ReceivedTime { get; set; }

    /// <summary>SHA-256 of the payload.</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>The message, in its canonical bytes, without its sequence.</summary>
    public required byte[] Payload { get; set; }
}
