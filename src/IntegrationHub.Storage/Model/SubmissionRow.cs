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

    /// <summary>The notices or the refusal as the receipt gave them, in the bytes of its message. Null: nothing to say.</summary>
    public byte[]? Receipt { get; set; }
}
