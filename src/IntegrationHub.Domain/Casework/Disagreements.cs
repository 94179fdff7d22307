namespace IntegrationHub.Domain.Casework;

/// <summary>Finds where the answers on one child do not fit together.</summary>
internal static class Disagreements
{
    public static IReadOnlyList<Disagreement> Among(LeadAnswerKind lead, IReadOnlyList<NamedLead> leads, IReadOnlyList<OpenPlan> plans)
    {
        List<Disagreement> found = [];
        NamedLead[] ofAuthority = [.. leads.Where(named => named.IsLa)];
        IEnumerable<NamedLead> inDispute = ofAuthority.Where(one => ofAuthority.Any(other => Differ(one, other)));
        string[] differing = [.. inDispute.Select(named => named.SourceId).Distinct()];
        if (differing.Length > 0)
            found.Add(new Disagreement(DisagreementKind.DifferentNamedLeads, differing));

        if (lead == LeadAnswerKind.None && plans.Count > 0)
            found.Add(new Disagreement(DisagreementKind.PlanWithoutLead, [.. plans.Select(plan => plan.SourceId).Distinct()]));

        string[] leavers = [.. leads.Where(named => named.Record.WorkerHasLeft).Select(named => named.SourceId).Distinct()];
        if (leavers.Length > 0)
            found.Add(new Disagreement(DisagreementKind.LeadHasLeft, leavers));

        return found;
    }

    private static bool Differ(NamedLead one, NamedLead other) => one.SourceId != other.SourceId && !one.IsSamePersonAs(other);
}
