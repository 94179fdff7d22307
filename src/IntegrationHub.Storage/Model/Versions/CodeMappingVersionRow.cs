namespace IntegrationHub.Storage.Model;

/// <summary>What a code means as the hub knew it between two positions.</summary>
public sealed class CodeMappingVersionRow : CodeMappingRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
