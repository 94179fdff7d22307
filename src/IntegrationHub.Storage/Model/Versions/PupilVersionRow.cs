namespace IntegrationHub.Storage.Model;

/// <summary>A pupil as the hub knew it between two positions.</summary>
public sealed class PupilVersionRow : PupilRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
