namespace IntegrationHub.Storage.Model;

/// <summary>
/// The key under which a submission counts once, and its outcome. It stands apart from the journal so that the journal can be
/// partitioned and the key cannot be doubled by it.
/// </summary>
public sealed class SubmissionRow
{
    public required string Authority { get; set; }
    public required string System { get; set; }
    public Feed Feed { get; set; }
    public Guid SubmissionId { get; set; }

    /// <summary>The journal row. Null: refused.</summary>
    public long? Position { get; set; }

    public required byte[] ContentHash { get; set; }
    public DateTime ReceivedTime { get; set; }

    /// <summary>The notices that the receipt gave, as JSON. Null: none.</summary>
    public string? Notices { get; set; }

    public string? RefusalReason { get; set; }
    public string? RefusalDetail { get; set; }
    public string? RefusalField { get; set; }
}
