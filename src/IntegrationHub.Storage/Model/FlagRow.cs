namespace IntegrationHub.Storage.Model;

/// <summary>A question about a chronically absent child. It stays the same flag while its cause lasts.</summary>
public sealed class FlagRow
{
    public long FlagId { get; set; }
    public required string Authority { get; set; }
    public long PupilId { get; set; }

    /// <summary>NO_LEAD, NO_LA_LEAD, TEAM_ONLY, NO_PLAN, LEAD_ENDING or NOT_KNOWN.</summary>
    public required string Kind { get; set; }
    public FlagState State { get; set; }
    public DateOnly OpenDate { get; set; }
    public DateOnly LastFoundDate { get; set; }
    public DateOnly? CloseDate { get; set; }
    public long OpenRunId { get; set; }
    public long LastFoundRunId { get; set; }
    public string? AcknowledgedBy { get; set; }
    public string? AssignedTo { get; set; }
    public int? Laestab { get; set; }
    public int Attended { get; set; }
    public int Possible { get; set; }

    /// <summary>The explanation as the last run that found the cause saw it, as JSON.</summary>
    public required string Evidence { get; set; }
}
