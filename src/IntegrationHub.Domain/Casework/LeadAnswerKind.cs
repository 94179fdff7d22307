namespace IntegrationHub.Domain.Casework;

/// <summary>What is known of who leads for a child, strongest first: of several answers the first in this order stands.</summary>
public enum LeadAnswerKind
{
    /// <summary>One person holds an open lead role, by name or by a worker id that denotes one person.</summary>
    Named = 0,

    /// <summary>A team or a duty desk holds it, and no person.</summary>
    TeamOnly,

    /// <summary>The question cannot be answered. Never to be told, counted or flagged as <see cref="None"/>.</summary>
    NotKnown,

    /// <summary>Asked, able to answer, and nobody leads; a child no case system has heard of is this too.</summary>
    None,
}
