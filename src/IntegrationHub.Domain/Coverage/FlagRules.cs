using System.Collections.Immutable;
using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Coverage;

/// <summary>Which flags a chronically absent child of the authority carries.</summary>
/// <remarks>
/// <para>
/// A flag is only raised on what is known. "No lead" needs every required source to say so. "No lead of the authority" is not said of a
/// child whom a school leads while a source that could hold the authority's lead cannot answer: that is a question of data. Likewise a lead
/// of the authority is only "without plan" when every required source says that there is none.
/// </para>
/// <para>
/// Early Help leads last up to six months. The flag comes up 28 days before that and stays up beyond it; a lead of either kind whose own
/// end date falls within the notice is ending too. It needs every lead of the authority to be ending: a social worker beside a closing
/// Early Help episode remains. A lead without a start date or an end date has no end to come. A restricted child carries no flag.
/// </para>
/// </remarks>
public static class FlagRules
{
    /// <summary>The flags of a chronically absent child, in the order of <see cref="FlagKind"/>.</summary>
    public static ImmutableSortedSet<FlagKind> For(
        CombinedAnswer answer, bool restricted, DateOnly asOf, ReconciliationSettings settings) =>
        CoverageClassifier.Classify(answer, restricted) switch
        {
            CoverageClass.Restricted => [],
            CoverageClass.None => [FlagKind.NoLead],
            CoverageClass.NotKnown => [FlagKind.NotKnown],
            CoverageClass.TeamOnly => [FlagKind.TeamOnly],
            CoverageClass.OtherLead => [answer.LaLeadMayBeUnknown ? FlagKind.NotKnown : FlagKind.NoLaLead],
            _ => [.. OfLaLead(answer, asOf, settings)],
        };

    /// <summary>True when a lead ends within the notice, or has lasted as long as such a lead lasts.</summary>
    public static bool IsEnding(LeadRecord lead, DateOnly asOf, ReconciliationSettings settings)
    {
        DateOnly noticed = asOf.AddDays(settings.LeadEndingNoticeDays);
        return lead.End <= noticed
            || (lead.LeadKind == LeadKinds.EarlyHelpWorker && lead.Start?.AddMonths(settings.EarlyHelpLeadMonths) <= noticed);
    }

    private static IEnumerable<FlagKind> OfLaLead(CombinedAnswer answer, DateOnly asOf, ReconciliationSettings settings)
    {
        if (answer.Plan == PlanAnswerKind.None)
            yield return FlagKind.NoPlan;
        if (answer.NamedLeads.Where(lead => lead.IsLa).All(lead => IsEnding(lead.Record, asOf, settings)))
            yield return FlagKind.LeadEnding;
        if (answer.Plan == PlanAnswerKind.NotKnown)
            yield return FlagKind.NotKnown;
    }
}
