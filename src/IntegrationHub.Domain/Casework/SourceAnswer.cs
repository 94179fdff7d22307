namespace IntegrationHub.Domain.Casework;

/// <summary>What one source answers about one child: lead and plan, asked apart.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Required">Whether the child's authority requires this source's word.</param>
/// <param name="MayHoldLaLeads">Whether a lead of the authority could be in this source, as far as its declaration says.</param>
/// <param name="Lead">Who leads.</param>
/// <param name="Plan">Which plan is open.</param>
public sealed record SourceAnswer(string SourceId, bool Required, bool MayHoldLaLeads, LeadAnswer Lead, PlanAnswer Plan);
