namespace IntegrationHub.Storage.Model;

/// <summary>A plan as one source holds it.</summary>
public sealed class CasePlanRow : ICaseRow
{
    public required string Authority { get; set; }
    public required string SourceId { get; set; }
    public required string SourcePlanId { get; set; }
    public required string PlanKind { get; set; }
    public DateOnly StartDate { get; set; }

    /// <summary>From this day it is no longer open.</summary>
    public DateOnly? EndDate { get; set; }
    public long Position { get; set; }
    public long? ClosedPosition { get; set; }
}
