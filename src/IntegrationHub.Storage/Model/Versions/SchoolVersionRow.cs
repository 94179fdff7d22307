namespace IntegrationHub.Storage.Model;

/// <summary>A school as the hub knew it between two positions.</summary>
public sealed class SchoolVersionRow : SchoolRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
