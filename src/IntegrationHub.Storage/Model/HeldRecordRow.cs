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

    /// <summary>The feed's number for the kind of record. Null: kept by a hub that did not tell.</summary>
    public short? RecordKind { get; set; }

    /// <summary>The sender's identifier of what it is about. Null: it names nothing that can be told.</summary>
    public string? RecordId { get; set; }
}
