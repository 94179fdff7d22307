namespace IntegrationHub.Domain.Casework;

/// <summary>What all sources together say about one child.</summary>
/// <remarks>
/// <para>
/// Lead: named before team only before not known before none. None needs every required source to be fit and to say so; with no required
/// source at all nobody was asked, and that is not known. Plan: open before not known before none, likewise. A source that is not required
/// adds the leads and plans it knows of and never stands in the way of none.
/// </para>
/// <para>
/// Every named lead is kept, the authority's and others': a child led by its school while a source of the authority cannot answer is led,
/// and whether the authority leads too is open (<see cref="LaLeadMayBeUnknown"/>).
/// </para>
/// </remarks>
public sealed record CombinedAnswer
{
    private CombinedAnswer()
    {
    }

    public required LeadAnswerKind Lead { get; init; }

    /// <summary>Why, one of <see cref="AnswerReasons"/>.</summary>
    public required string LeadReason { get; init; }

    public required PlanAnswerKind Plan { get; init; }

    /// <summary>Why, one of <see cref="AnswerReasons"/>.</summary>
    public required string PlanReason { get; init; }

    /// <summary>Everyone named, by required sources and others.</summary>
    public required IReadOnlyList<NamedLead> NamedLeads { get; init; }

    /// <summary>Every open plan that counts.</summary>
    public required IReadOnlyList<OpenPlan> OpenPlans { get; init; }

    public required IReadOnlyList<Disagreement> Disagreements { get; init; }

    /// <summary>The answers this was made from, for the explanation.</summary>
    public required IReadOnlyList<SourceAnswer> Sources { get; init; }

    /// <summary>True when a lead of the local authority is named.</summary>
    public bool HasLaLead => NamedLeads.Any(lead => lead.IsLa);

    /// <summary>True when a required source that could hold a lead of the authority cannot answer, or none is required at all.</summary>
    public bool LaLeadMayBeUnknown =>
        !Sources.Any(source => source.Required)
        || Sources.Any(source => source.Required && source.MayHoldLaLeads && source.Lead.Kind == LeadAnswerKind.NotKnown);

    /// <summary>Combines the answers of every source asked about a child.</summary>
    public static CombinedAnswer Of(IReadOnlyList<SourceAnswer> answers)
    {
        SourceAnswer[] required = [.. answers.Where(answer => answer.Required)];
        (LeadAnswerKind lead, string leadReason) = LeadOf(answers, required);
        (PlanAnswerKind plan, string planReason) = PlanOf(answers, required);
        NamedLead[] leads =
        [
            .. answers.Where(answer => answer.Lead.Kind == LeadAnswerKind.Named)
                .SelectMany(answer => answer.Lead.Leads, (answer, record) => new NamedLead(answer.SourceId, record)),
        ];
        OpenPlan[] plans = [.. answers.SelectMany(answer => answer.Plan.Plans, (answer, record) => new OpenPlan(answer.SourceId, record))];

        return new CombinedAnswer
        {
            Lead = lead,
            LeadReason = leadReason,
            Plan = plan,
            PlanReason = planReason,
            NamedLeads = leads,
            OpenPlans = plans,
            Disagreements = Casework.Disagreements.Among(lead, leads, plans),
            Sources = answers,
        };
    }

    private static (LeadAnswerKind Kind, string Reason) LeadOf(IReadOnlyList<SourceAnswer> answers, SourceAnswer[] required)
    {
        if (answers.Any(answer => answer.Lead.Kind == LeadAnswerKind.Named))
            return (LeadAnswerKind.Named, AnswerReasons.NamedLead);
        if (answers.Any(answer => answer.Lead.Kind == LeadAnswerKind.TeamOnly))
            return (LeadAnswerKind.TeamOnly, AnswerReasons.TeamHoldsLead);
        if (required.Length == 0)
            return (LeadAnswerKind.NotKnown, AnswerReasons.NoRequiredSource);

        return required.All(answer => answer.Lead.Kind == LeadAnswerKind.None)
            ? (LeadAnswerKind.None, AnswerReasons.EveryRequiredSourceSaysNone)
            : (LeadAnswerKind.NotKnown, AnswerReasons.RequiredSourceNotKnown);
    }

    private static (PlanAnswerKind Kind, string Reason) PlanOf(IReadOnlyList<SourceAnswer> answers, SourceAnswer[] required)
    {
        if (answers.Any(answer => answer.Plan.Kind == PlanAnswerKind.Open))
            return (PlanAnswerKind.Open, AnswerReasons.OpenPlan);
        if (required.Length == 0)
            return (PlanAnswerKind.NotKnown, AnswerReasons.NoRequiredSource);

        return required.All(answer => answer.Plan.Kind == PlanAnswerKind.None)
            ? (PlanAnswerKind.None, AnswerReasons.EveryRequiredSourceSaysNone)
            : (PlanAnswerKind.NotKnown, AnswerReasons.RequiredSourceNotKnown);
    }
}
