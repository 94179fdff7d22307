namespace IntegrationHub.Storage.Model;

/// <summary>An identifier of a pupil as the hub knew it between two positions.</summary>
public sealed class PupilIdentifierVersionRow : PupilIdentifierRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
