namespace IntegrationHub.Storage.Model;

/// <summary>Whom an identifier means as the hub knew it between two positions.</summary>
public sealed class IdentifierCorrectionVersionRow : IdentifierCorrectionRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
