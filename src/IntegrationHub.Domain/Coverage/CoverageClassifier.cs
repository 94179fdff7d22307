using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Coverage;

/// <summary>Puts a chronically absent child into its one class.</summary>
/// <remarks>
/// Restricted comes before everything. A lead of the authority comes before any other lead beside it: a child led by a social worker and a
/// school is the authority's. Whether a lead of the authority has a plan asks for any open plan that counts, whoever holds it; a plan not
/// known of leaves the child in "no plan" here and raises a question of data, not a missing plan (<see cref="FlagRules"/>).
/// </remarks>
public static class CoverageClassifier
{
    public static CoverageClass Classify(CombinedAnswer answer, bool restricted)
    {
        if (restricted)
            return CoverageClass.Restricted;

        return answer.Lead switch
        {
            LeadAnswerKind.Named when !answer.HasLaLead => CoverageClass.OtherLead,
            LeadAnswerKind.Named => answer.Plan == PlanAnswerKind.Open ? CoverageClass.LaLeadAndPlan : CoverageClass.LaLeadNoPlan,
            LeadAnswerKind.TeamOnly => CoverageClass.TeamOnly,
            LeadAnswerKind.None => CoverageClass.None,
            _ => CoverageClass.NotKnown,
        };
    }
}
