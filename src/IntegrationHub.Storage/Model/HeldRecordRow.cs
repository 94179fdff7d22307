namespace IntegrationHub.Storage.Model;

/// <summary>A record of an accepted roll or case submission that does not count until it is mended.</summary>
public sealed class HeldRecordRow
{
    public required string Authority { get; set; }
    public long Position { get; set; }
    public int RecordIndex { get; set; }
    public Feed Feed { get; set; }

    /// <summary>The LAESTAB or the source.</summary>
    public required string Scope { get; set; }
    public required string Reason { get; set; }
}
