namespace IntegrationHub.Domain.Casework;

/// <summary>What a lead record says in the place of its worker.</summary>
public enum LeadHolder
{
    /// <summary>A name, or an id that denotes one person.</summary>
    Person = 0,

    /// <summary>A team or duty desk entered as if it were the worker.</summary>
    Team,

    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Something that stands for nobody.</summary>
    Placeholder,

    /// <summary>Somebody, whom the source does not tell.</summary>
    Redacted,
}
