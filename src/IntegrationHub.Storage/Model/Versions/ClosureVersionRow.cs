namespace IntegrationHub.Storage.Model;

/// <summary>Days closed as the hub knew it between two positions.</summary>
public sealed class ClosureVersionRow : ClosureRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
