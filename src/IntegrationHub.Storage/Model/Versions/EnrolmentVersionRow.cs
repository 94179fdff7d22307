namespace IntegrationHub.Storage.Model;

/// <summary>A stay as the hub knew it between two positions.</summary>
public sealed class EnrolmentVersionRow : EnrolmentRow, IVersionRow
{
    public long KnownFrom { get; set; }

    public long? KnownTo { get; set; }
}
