namespace IntegrationHub.Domain.Casework;

/// <summary>An open plan that counts, and the source that says so.</summary>
public sealed record OpenPlan(string SourceId, PlanRecord Record);
