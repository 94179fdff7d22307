namespace IntegrationHub.Storage.Model;

/// <summary>A discarded mark as the hub knew it between two positions.</summary>
public sealed class DiscardedMarkVersionRow : DiscardedMarkRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
