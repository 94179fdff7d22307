namespace IntegrationHub.Storage.Model;

/// <summary>A child whom a plan covers.</summary>
public sealed class CasePlanSubjectRow
{
    public required string Authority { get; set; }
    public required string SourceId { get; set; }
    public required string SourcePlanId { get; set; }
    public required string SourcePersonId { get; set; }
}
