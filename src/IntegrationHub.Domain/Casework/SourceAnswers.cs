namespace IntegrationHub.Domain.Casework;

/// <summary>Asks one source about one child. A pure function: the same load, child and date give the same answer.</summary>
/// <remarks>
/// <para>
/// A source that cannot carry the thing asked for, or is stale or unfit, answers "not known" whatever its records say. After that a named
/// lead beats everything, even a source's other blanks and an incomplete load: somebody is written there. A team comes next. What may hide
/// a name (placeholder, redaction, a blank among many blanks, a record of the child's that cannot be read, one that may be this child's)
/// makes "not known".
/// </para>
/// <para>
/// "None" is what is left, and needs a complete load and a child the source covers. A source that holds no record that could be this child
/// says "none" too: a child nobody knows of is in most case systems not at all, and that is the most important flag there is.
/// </para>
/// </remarks>
public static class SourceAnswers
{
    /// <param name="source">What the source declares of itself.</param>
    /// <param name="fitness">How far its last load may be believed.</param>
    /// <param name="hasCompleteLoad">Whether it has ever loaded completely.</param>
    /// <param name="child">What the source must cover.</param>
    /// <param name="records">What it holds of the child.</param>
    /// <param name="asOf">The date asked about.</param>
    public static SourceAnswer ForChild(
        SourceDeclaration source, FitnessReport fitness, bool hasCompleteLoad, ChildFacts child, ChildRecords records, DateOnly asOf)
    {
        IReadOnlyList<LeadRecord> leads = [.. records.Leads.Where(lead => lead.IsOpenOn(asOf))];
        IReadOnlyList<PlanRecord> plans = [.. records.Plans.Where(plan => plan.IsOpenOn(asOf))];
        string? silence = WhyNoneCannotBeSaid(source, hasCompleteLoad, child, records.UnresolvedCandidate);
        bool held = records.HoldsChild || leads.Count > 0 || plans.Count > 0;

        return new SourceAnswer(
            source.SourceId,
            source.Required,
            source.MayHoldLaLeads,
            WhyNotBelieved(fitness, source.CarriesLeads && source.LeadKinds.Count > 0, AnswerReasons.SourceCarriesNoLeads) is { } noLead
                ? new LeadAnswer(LeadAnswerKind.NotKnown, noLead, [])
                : LeadOf(leads, fitness, records.LeadSetAside ? AnswerReasons.RecordSetAside : silence, held),
            WhyNotBelieved(fitness, source.CarriesPlans && source.PlanKinds.Count > 0, AnswerReasons.SourceCarriesNoPlans) is { } noPlan
                ? new PlanAnswer(PlanAnswerKind.NotKnown, noPlan, [])
                : PlanOf(plans, records.PlanSetAside ? AnswerReasons.RecordSetAside : silence, held));
    }

    private static LeadAnswer LeadOf(IReadOnlyList<LeadRecord> leads, FitnessReport fitness, string? silence, bool held)
    {
        if (leads.Where(lead => lead.Holder == LeadHolder.Person).ToList() is { Count: > 0 } named)
            return new LeadAnswer(LeadAnswerKind.Named, AnswerReasons.NamedLead, named);
        if (leads.Where(lead => IsHeldByTeam(lead, fitness)).ToList() is { Count: > 0 } teams)
            return new LeadAnswer(LeadAnswerKind.TeamOnly, AnswerReasons.TeamHoldsLead, teams);
        if ((leads.Select(lead => WhatMayHideAName(lead, fitness)).FirstOrDefault(reason => reason is not null) ?? silence) is { } reason)
            return new LeadAnswer(LeadAnswerKind.NotKnown, reason, []);

        return new LeadAnswer(LeadAnswerKind.None, held ? AnswerReasons.HeldWithoutLead : AnswerReasons.NoRecordOfChild, []);
    }

    private static PlanAnswer PlanOf(IReadOnlyList<PlanRecord> plans, string? silence, bool held)
    {
        if (plans.Where(plan => plan.Counts).ToList() is { Count: > 0 } counting)
            return new PlanAnswer(PlanAnswerKind.Open, AnswerReasons.OpenPlan, counting);
        if (silence is not null)
            return new PlanAnswer(PlanAnswerKind.NotKnown, silence, []);
        if (plans.Count > 0)
            return new PlanAnswer(PlanAnswerKind.None, AnswerReasons.OnlyPlansThatDoNotCount, []);

        return new PlanAnswer(PlanAnswerKind.None, held ? AnswerReasons.HeldWithoutPlan : AnswerReasons.NoRecordOfChild, []);
    }

    private static bool IsHeldByTeam(LeadRecord lead, FitnessReport fitness) =>
        lead.Holder == LeadHolder.Team || (lead.Holder == LeadHolder.Blank && lead.HasTeam && !fitness.BlanksAreNotKnown);

    private static string? WhatMayHideAName(LeadRecord lead, FitnessReport fitness) => lead.Holder switch
    {
        LeadHolder.Placeholder => AnswerReasons.PlaceholderWorker,
        LeadHolder.Redacted => AnswerReasons.RedactedWorker,
        LeadHolder.Blank when fitness.BlanksAreNotKnown => AnswerReasons.BlankInPartlyFilledSource,
        _ => null,
    };

    private static string? WhyNotBelieved(FitnessReport fitness, bool carries, string cannotCarry)
    {
        if (!carries)
            return cannotCarry;
        if (fitness.Fit)
            return null;
        return fitness.IsOnlyStale ? AnswerReasons.SourceStale : AnswerReasons.SourceUnfit;
    }

    private static string? WhyNoneCannotBeSaid(SourceDeclaration source, bool hasCompleteLoad, ChildFacts child, bool unresolvedCandidate)
    {
        if (unresolvedCandidate)
            return AnswerReasons.UnresolvedCandidate;
        if (!hasCompleteLoad)
            return AnswerReasons.NoCompleteLoad;
        if (!child.HomeAuthorityMatches)
            return AnswerReasons.OutsideCoveredArea;
        return source.CoversAge(child.Age) ? null : AnswerReasons.OutsideCoveredAges;
    }
}
