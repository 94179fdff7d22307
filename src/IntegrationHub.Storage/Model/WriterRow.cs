namespace IntegrationHub.Storage.Model;

/// <summary>Where one writer of one system stands on one feed.</summary>
public sealed class WriterRow
{
    public required string Authority { get; set; }
    public required string System { get; set; }
    public Feed Feed { get; set; }
    public required string WriterId { get; set; }

    /// <summary>Grows with each opening. A stream that opened with a smaller one has been superseded.</summary>
    public long Epoch { get; set; }

    /// <summary>Each of the sequences 1 to this has a durable outcome.</summary>
    public long Watermark { get; set; }

    public long AcceptedCount { get; set; }
    public long RefusedCount { get; set; }
    public DateTime? LastReceivedTime { get; set; }
}
