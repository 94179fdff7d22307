namespace IntegrationHub.Domain.Casework;

/// <summary>What a case system says of itself before it sends anything: what it can carry, for whom, and how often.</summary>
/// <remarks>
/// <para>
/// "Nobody leads" is only ever said on the word of a source that could have said otherwise. A source that carries no leads, or declares no
/// kinds of lead, or does not cover a child's age, is asked and answers "not known".
/// </para>
/// <para>
/// The interval is the days between complete loads; twice that, and its last load is stale. Ages are whole years on the as-of date, both
/// ends included. Required says whether the child's authority lets no child be "without" until this source has said so; a source that is
/// not required adds what it knows and blocks nothing.
/// </para>
/// </remarks>
public sealed record SourceDeclaration(
    string SourceId,
    string SourceKind,
    string Name,
    bool CarriesLeads,
    bool CarriesPlans,
    int IntervalDays,
    IReadOnlyList<string> LeadKinds,
    IReadOnlyList<string> PlanKinds,
    int MinAge,
    int MaxAge,
    bool Required)
{
    /// <summary>True when a child of this age, both bounds inclusive, is one the source would hold.</summary>
    public bool CoversAge(int age) => age >= MinAge && age <= MaxAge;

    /// <summary>True unless every kind of lead it declares is somebody else's than the authority's.</summary>
    public bool MayHoldLaLeads => LeadKinds.Count == 0 || LeadKinds.Any(Casework.LeadKinds.IsLa);
}
