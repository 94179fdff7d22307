namespace IntegrationHub.Storage.Model;

/// <summary>A weekend day kept as the hub knew it between two positions.</summary>
public sealed class SchoolOpeningVersionRow : SchoolOpeningRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
