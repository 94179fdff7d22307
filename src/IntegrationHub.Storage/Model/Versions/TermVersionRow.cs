namespace IntegrationHub.Storage.Model;

/// <summary>A term as the hub knew it between two positions.</summary>
public sealed class TermVersionRow : TermRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
