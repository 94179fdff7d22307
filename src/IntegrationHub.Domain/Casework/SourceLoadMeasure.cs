namespace IntegrationHub.Domain.Casework;

/// <summary>What a source's last load holds, counted for its fitness.</summary>
/// <param name="OpenLeads">Every lead record open on the as-of date, of matched children and others alike.</param>
/// <param name="MatchedChildren">Children of the source that are matched to a child on a roll.</param>
/// <param name="TotalChildren">Children of the source of the ages rolls hold.</param>
/// <param name="LastCompleteLoad">When a complete load last became visible; null when none ever has.</param>
public sealed record SourceLoadMeasure(
    IReadOnlyList<LeadRecord> OpenLeads,
    int MatchedChildren,
    int TotalChildren,
    DateTimeOffset? LastCompleteLoad);
