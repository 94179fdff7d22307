namespace IntegrationHub.Storage.Model;

/// <summary>A snapshot of a school's roll or of what a source holds, from its begin on.</summary>
public sealed class SnapshotRow
{
    public required string Authority { get; set; }
    public Feed Feed { get; set; }
    public Guid SnapshotId { get; set; }
    public required string System { get; set; }
    public required string WriterId { get; set; }

    /// <summary>What it restates: a LAESTAB for a roll, a source for case records.</summary>
    public required string Scope { get; set; }

    public DateOnly AsOfDate { get; set; }
    public SnapshotState State { get; set; }
    public long BeginPosition { get; set; }
    public long? EndPosition { get; set; }
    public int RecordCount { get; set; }

    /// <summary>What was open in the scope when the end came.</summary>
    public int OpenCount { get; set; }

    /// <summary>How much of that the snapshot does not name.</summary>
    public int ClosingCount { get; set; }

    public DateTime? EndReceivedTime { get; set; }
}
