namespace IntegrationHub.Domain.Casework;

/// <summary>A kind of plan, and whether an open one counts as "a plan in place".</summary>
public sealed record PlanKind(string Code, bool Counts);
