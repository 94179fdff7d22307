namespace IntegrationHub.Storage.Model;

/// <summary>A professional's or a team's involvement with a child, as one source holds it.</summary>
public sealed class InvolvementRow : ICaseRow
{
    public required string Authority { get; set; }
    public required string SourceId { get; set; }
    public required string SourceInvolvementId { get; set; }
    public required string SourcePersonId { get; set; }
    public required string LeadKind { get; set; }
    public bool Lead { get; set; }
    public string? WorkerId { get; set; }
    public string? WorkerName { get; set; }
    public string? TeamId { get; set; }
    public string? TeamName { get; set; }
    public DateOnly StartDate { get; set; }

    /// <summary>From this day it is no longer held.</summary>
    public DateOnly? EndDate { get; set; }
    public long Position { get; set; }
    public long? ClosedPosition { get; set; }
}
