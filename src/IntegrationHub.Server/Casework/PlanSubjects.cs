using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>The children whom a source's plans cover, as they were and as they will be.</summary>
internal sealed class PlanSubjects(CaseSourceKey source)
{
    private readonly Dictionary<string, HashSet<string>> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _after = new(StringComparer.Ordinal);

    public IEnumerable<CasePlanSubjectRow> Added => Difference(_after, _before);

    public IEnumerable<CasePlanSubjectRow> Removed => Difference(_before, _after);

    public void Load(CasePlanSubjectRow row)
    {
        ChildrenOf(_before, row.SourcePlanId).Add(row.SourcePersonId);
        ChildrenOf(_after, row.SourcePlanId).Add(row.SourcePersonId);
    }

    /// <summary>A plan covers these children and no others.</summary>
    public void Cover(string plan, IEnumerable<string> children) => _after[plan] = [.. children];

    /// <summary>No plan covers the child any more.</summary>
    public void Uncover(string child)
    {
        foreach (var children in _after.Values)
            children.Remove(child);
    }

    private IEnumerable<CasePlanSubjectRow> Difference(
        Dictionary<string, HashSet<string>> these, Dictionary<string, HashSet<string>> butNotThose) =>
        from plan in these
        from child in plan.Value
        where !butNotThose.TryGetValue(plan.Key, out var others) || !others.Contains(child)
        select new CasePlanSubjectRow
        {
            Authority = source.Authority,
            SourceId = source.SourceId,
            SourcePlanId = plan.Key,
            SourcePersonId = child,
        };

    private static HashSet<string> ChildrenOf(Dictionary<string, HashSet<string>> plans, string plan)
    {
        if (!plans.TryGetValue(plan, out var children))
            plans[plan] = children = new(StringComparer.Ordinal);
        return children;
    }
}
