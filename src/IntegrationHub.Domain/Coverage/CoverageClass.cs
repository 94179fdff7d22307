namespace IntegrationHub.Domain.Coverage;

/// <summary>Where a chronically absent child stands. Each is in exactly one.</summary>
public enum CoverageClass
{
    /// <summary>A social worker or Early Help worker is named and a plan that counts is open.</summary>
    LaLeadAndPlan = 0,

    /// <summary>A social worker or Early Help worker is named; no plan is open, or none is known of.</summary>
    LaLeadNoPlan,

    /// <summary>The people named are all from outside the authority: school, health, voluntary sector. With or without a plan.</summary>
    OtherLead,

    /// <summary>A team or duty desk, and no person.</summary>
    TeamOnly,

    /// <summary>Nobody, and every required source says so.</summary>
    None,

    /// <summary>The sources cannot tell.</summary>
    NotKnown,

    /// <summary>A child whose records few may see. Counted, and not looked into here.</summary>
    Restricted,
}
