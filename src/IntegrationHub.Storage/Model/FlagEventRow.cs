namespace IntegrationHub.Storage.Model;

/// <summary>One step in a flag's life.</summary>
public sealed class FlagEventRow
{
    public long FlagEventId { get; set; }
    public required string Authority { get; set; }
    public long FlagId { get; set; }

    /// <summary>OPENED, ACKNOWLEDGED, ASSIGNED or CLOSED.</summary>
    public required string Kind { get; set; }
    public DateTime Time { get; set; }

    /// <summary>The run that opened or closed it.</summary>
    public long? RunId { get; set; }

    /// <summary>The journal position of the person's decision.</summary>
    public long? Position { get; set; }
    public string? By { get; set; }
    public string? Note { get; set; }
}
