using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

public class CombinedAnswerTests
{
    private static readonly SourceAnswer[] EverySingleAnswer =
    [
        .. from lead in Enum.GetValues<LeadAnswerKind>()
           from plan in Enum.GetValues<PlanAnswerKind>()
           from required in new[] { true, false }
           select Make.Answer(lead, plan, required),
    ];

    [Fact]
    public void Of_EveryThreeAnswers_IsWhatTheRuleSays()
    {
        IEnumerable<SourceAnswer[]> threes =
            from one in EverySingleAnswer
            from two in EverySingleAnswer
            from three in EverySingleAnswer
            select new[] { one, two, three };
        foreach (SourceAnswer[] answers in threes)
            ShouldFollowTheRule(answers);
    }

    [Fact]
    public void Of_FewerAnswers_IsWhatTheRuleSays()
    {
        ShouldFollowTheRule([]);
        foreach (SourceAnswer one in EverySingleAnswer)
            ShouldFollowTheRule([one]);
    }

    [Fact]
    public void Of_NoRequiredSource_IsNotKnown()
    {
        CombinedAnswer answer = CombinedAnswer.Of([Make.Answer(LeadAnswerKind.None, PlanAnswerKind.None, required: false)]);
        (answer.Lead, answer.LeadReason, answer.Plan).ShouldBe((LeadAnswerKind.NotKnown, "NO_REQUIRED_SOURCE", PlanAnswerKind.NotKnown));
        answer.LaLeadMayBeUnknown.ShouldBeTrue();
    }

    [Fact]
    public void Of_SourceNotRequiredThatCannotTell_DoesNotBlockNone()
    {
        CombinedAnswer answer = CombinedAnswer.Of(
        [
            Make.Answer(LeadAnswerKind.None, PlanAnswerKind.None),
            Make.Answer(LeadAnswerKind.NotKnown, PlanAnswerKind.NotKnown, required: false),
        ]);
        (answer.Lead, answer.Plan, answer.LaLeadMayBeUnknown).ShouldBe((LeadAnswerKind.None, PlanAnswerKind.None, false));
    }

    [Fact]
    public void Of_SchoolLeadsAndSocialCareCannotTell_LeavesTheAuthoritysLeadOpen()
    {
        SourceAnswer school = Make.Answer(LeadAnswerKind.Named, PlanAnswerKind.None, kind: LeadKinds.School, mayHoldLa: false);
        SourceAnswer silent = Make.Answer(LeadAnswerKind.NotKnown, PlanAnswerKind.None);
        SourceAnswer nobody = Make.Answer(LeadAnswerKind.None, PlanAnswerKind.None);
        CombinedAnswer.Of([school, silent]).LaLeadMayBeUnknown.ShouldBeTrue();
        CombinedAnswer.Of([school, nobody]).LaLeadMayBeUnknown.ShouldBeFalse();
        CombinedAnswer.Of([school, nobody, silent with { MayHoldLaLeads = false }]).LaLeadMayBeUnknown.ShouldBeFalse();
    }

    [Fact]
    public void Disagreements_TwoSourcesNameDifferentPeople_AreReported()
    {
        Differing(Make.Lead("1", "Ada Okafor"), Make.Lead("2", "Ben Ali")).ShouldBe([DisagreementKind.DifferentNamedLeads]);
        Differing(Make.Lead("1", "Ada Okafor"), Make.Lead("2", "OKAFOR, Ada")).ShouldBeEmpty();
        Differing(Make.Lead("W1"), Make.Lead("w1")).ShouldBeEmpty();
        Differing(Make.Lead("W1"), Make.Lead("W2", kind: LeadKinds.School)).ShouldBeEmpty();
    }

    [Fact]
    public void Disagreements_OneSourceNamesTwoPeople_AreNone()
    {
        SourceAnswer answer = Named("a", Make.Lead("1", "Ada Okafor"));
        SourceAnswer both = answer with { Lead = answer.Lead with { Leads = [.. answer.Lead.Leads, Make.Lead("2", "Ben Ali")] } };
        CombinedAnswer.Of([both]).Disagreements.ShouldBeEmpty();
    }

    [Fact]
    public void Disagreements_LeadWhoLeft_IsReportedAndStaysNamed()
    {
        SourceAnswer answer = Named("a", Make.Lead("W1") with { WorkerHasLeft = true });
        CombinedAnswer combined = CombinedAnswer.Of([answer]);
        combined.Lead.ShouldBe(LeadAnswerKind.Named);
        combined.Disagreements.ShouldHaveSingleItem().Kind.ShouldBe(DisagreementKind.LeadHasLeft);
    }

    [Fact]
    public void Disagreements_PlanOpenAndNobodyLeads_AreReported()
    {
        CombinedAnswer planOnly = CombinedAnswer.Of([Make.Answer(LeadAnswerKind.None, PlanAnswerKind.Open)]);
        planOnly.Disagreements.ShouldHaveSingleItem().Kind.ShouldBe(DisagreementKind.PlanWithoutLead);
        CombinedAnswer.Of([Make.Answer(LeadAnswerKind.NotKnown, PlanAnswerKind.Open)]).Disagreements.ShouldBeEmpty();
    }

    private static void ShouldFollowTheRule(SourceAnswer[] answers)
    {
        LeadAnswerKind[] all = [.. answers.Select(answer => answer.Lead.Kind)];
        SourceAnswer[] required = [.. answers.Where(answer => answer.Required)];
        bool everyoneSaysNone = required.Length > 0 && required.All(answer => answer.Lead.Kind == LeadAnswerKind.None);
        bool everyoneSaysNoPlan = required.Length > 0 && required.All(answer => answer.Plan.Kind == PlanAnswerKind.None);
        LeadAnswerKind lead = all.Contains(LeadAnswerKind.Named) ? LeadAnswerKind.Named
            : all.Contains(LeadAnswerKind.TeamOnly) ? LeadAnswerKind.TeamOnly
            : everyoneSaysNone ? LeadAnswerKind.None : LeadAnswerKind.NotKnown;
        PlanAnswerKind plan = answers.Any(answer => answer.Plan.Kind == PlanAnswerKind.Open) ? PlanAnswerKind.Open
            : everyoneSaysNoPlan ? PlanAnswerKind.None : PlanAnswerKind.NotKnown;

        CombinedAnswer combined = CombinedAnswer.Of(answers);
        (combined.Lead, combined.Plan).ShouldBe((lead, plan));
        combined.NamedLeads.Count.ShouldBe(all.Count(kind => kind == LeadAnswerKind.Named));
        combined.OpenPlans.Count.ShouldBe(answers.Count(answer => answer.Plan.Kind == PlanAnswerKind.Open));
    }

    private static IEnumerable<DisagreementKind> Differing(LeadRecord one, LeadRecord other) =>
        CombinedAnswer.Of([Named("a", one), Named("b", other)]).Disagreements.Select(disagreement => disagreement.Kind);

    private static SourceAnswer Named(string source, LeadRecord lead) =>
        new(source, true, true, new LeadAnswer(LeadAnswerKind.Named, "NAMED_LEAD", [lead]),
            new PlanAnswer(PlanAnswerKind.None, "NO_RECORD_OF_CHILD", []));
}
