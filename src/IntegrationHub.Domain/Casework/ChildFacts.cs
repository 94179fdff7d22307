namespace IntegrationHub.Domain.Casework;

/// <summary>What a source must cover to be believed about a child.</summary>
/// <param name="Age">Whole years on the as-of date.</param>
/// <param name="HomeAuthorityMatches">True when the child's home authority is the one the source serves: case sources follow home, rolls
/// follow school.</param>
public readonly record struct ChildFacts(int Age, bool HomeAuthorityMatches);
