namespace IntegrationHub.Domain.Casework;

/// <summary>What is known of a child's plan, strongest first.</summary>
public enum PlanAnswerKind
{
    /// <summary>A plan of a kind that counts is open.</summary>
    Open = 0,

    /// <summary>The question cannot be answered.</summary>
    NotKnown,

    /// <summary>Asked, able to answer, and no plan of a kind that counts is open.</summary>
    None,
}
