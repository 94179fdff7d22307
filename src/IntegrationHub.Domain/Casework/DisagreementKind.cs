namespace IntegrationHub.Domain.Casework;

/// <summary>Ways in which the sources on one child do not fit together.</summary>
public enum DisagreementKind
{
    /// <summary>Two sources name different people as the authority's lead.</summary>
    DifferentNamedLeads = 0,

    /// <summary>A plan is open and nobody leads.</summary>
    PlanWithoutLead,

    /// <summary>The lead recorded is somebody who left.</summary>
    LeadHasLeft,
}
