namespace IntegrationHub.Storage.Model;

/// <summary>A complete load of a source: a snapshot that became visible.</summary>
public sealed class SourceLoadRow
{
    public required string Authority { get; set; }
    public required string SourceId { get; set; }

    /// <summary>The snapshot's end, or the approval of it.</summary>
    public long Position { get; set; }
    public DateOnly AsOfDate { get; set; }
    public DateTime ReceivedTime { get; set; }
    public int RecordCount { get; set; }
}
