namespace IntegrationHub.Domain.Coverage;

/// <summary>What a chronically absent child may be listed for.</summary>
public enum FlagKind
{
    /// <summary>Nobody leads.</summary>
    NoLead = 0,

    /// <summary>Somebody leads, from outside the local authority only.</summary>
    NoLaLead,

    /// <summary>A team holds the lead and no person does.</summary>
    TeamOnly,

    /// <summary>The authority leads without a plan.</summary>
    NoPlan,

    /// <summary>The authority's lead is about to end, or has outlasted its time.</summary>
    LeadEnding,

    /// <summary>A question about data, to be listed apart from the others.</summary>
    NotKnown,
}
