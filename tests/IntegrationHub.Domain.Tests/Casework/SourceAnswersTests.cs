using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

public class SourceAnswersTests
{
    private static readonly FitnessReport Fit = FitnessReport.Unmeasured;
    private static readonly FitnessReport PartlyFilled = Fit with { BlanksAreNotKnown = true };
    private static readonly FitnessReport Stale = Fit with { Fit = false, Defects = [FitnessDefect.Stale] };
    private static readonly FitnessReport Unfit = Fit with { Fit = false, Defects = [FitnessDefect.ConstantWorker, FitnessDefect.Stale] };
    private static readonly ChildFacts Child = new(12, HomeAuthorityMatches: true);

    [Fact]
    public void Lead_NoRecordOfTheChildAtAll_IsNone() => ShouldBe(Ask(), LeadAnswerKind.None, "NO_RECORD_OF_CHILD");

    [Fact]
    public void Lead_HeldWithAPlanAndNobody_IsNone() => ShouldBe(Ask(plans: [Make.Plan()]), LeadAnswerKind.None, "HELD_WITHOUT_LEAD");

    [Fact]
    public void Lead_PersonNamed_IsNamed() => ShouldBe(Ask(Make.Lead("W1")), LeadAnswerKind.Named, "NAMED_LEAD");

    [Fact]
    public void Lead_PersonNamedBesideBlanksAndCandidates_IsNamed()
    {
        SourceAnswer answer = Ask([Make.Lead(), Make.Lead("SSD_PH"), Make.Lead("W1")], PartlyFilled, complete: false, unresolved: true);
        ShouldBe(answer, LeadAnswerKind.Named, "NAMED_LEAD");
        answer.Lead.Leads.ShouldHaveSingleItem().WorkerId.ShouldBe("W1");
    }

    [Fact]
    public void Lead_EndedToday_IsNotHeldToday()
    {
        ShouldBe(Ask(Make.Lead("W1") with { End = Make.AsOf }), LeadAnswerKind.None, "NO_RECORD_OF_CHILD");
        ShouldBe(Ask(Make.Lead("W1") with { End = Make.AsOf.AddDays(1) }), LeadAnswerKind.Named, "NAMED_LEAD");
        ShouldBe(Ask(Make.Lead("W1") with { Start = Make.AsOf }), LeadAnswerKind.Named, "NAMED_LEAD");
        ShouldBe(Ask(Make.Lead("W1") with { Start = Make.AsOf.AddDays(1) }), LeadAnswerKind.None, "NO_RECORD_OF_CHILD");
    }

    [Fact]
    public void Lead_TeamOnly_IsTeamUnlessBlanksMayHideAName()
    {
        ShouldBe(Ask(Make.Lead(team: "T1")), LeadAnswerKind.TeamOnly, "TEAM_HOLDS_LEAD");
        ShouldBe(Ask([Make.Lead(team: "T1")], PartlyFilled), LeadAnswerKind.NotKnown, "BLANK_IN_PARTLY_FILLED_SOURCE");
        ShouldBe(Ask([Make.Lead("T1", team: "T1")], PartlyFilled), LeadAnswerKind.TeamOnly, "TEAM_HOLDS_LEAD");
    }

    [Fact]
    public void Lead_PlaceholderOrRedaction_IsNotKnown()
    {
        ShouldBe(Ask(Make.Lead("UNKNOWN", team: "T1")), LeadAnswerKind.NotKnown, "PLACEHOLDER_WORKER");
        ShouldBe(Ask(Make.Lead("W1") with { Redacted = true }), LeadAnswerKind.NotKnown, "REDACTED_WORKER");
    }

    [Fact]
    public void Lead_BlankInAWellFilledSource_IsNone() => ShouldBe(Ask(Make.Lead()), LeadAnswerKind.None, "HELD_WITHOUT_LEAD");

    [Fact]
    public void Lead_SourceNotBelieved_IsNotKnownWhateverItHolds()
    {
        ShouldBe(Ask([Make.Lead("W1")], Stale), LeadAnswerKind.NotKnown, "SOURCE_STALE");
        ShouldBe(Ask([Make.Lead("W1")], Unfit), LeadAnswerKind.NotKnown, "SOURCE_UNFIT");
        ShouldBe(Ask([Make.Lead("W1")], source: Make.Source(leads: false)), LeadAnswerKind.NotKnown, "SOURCE_CARRIES_NO_LEADS");
        ShouldBe(Ask([], source: Make.Source(leadKinds: [])), LeadAnswerKind.NotKnown, "SOURCE_CARRIES_NO_LEADS");
    }

    [Fact]
    public void Lead_NothingHeldAndNotSure_IsNotKnown()
    {
        ShouldBe(Ask([], unresolved: true), LeadAnswerKind.NotKnown, "UNRESOLVED_CANDIDATE");
        ShouldBe(Ask([], complete: false), LeadAnswerKind.NotKnown, "NO_COMPLETE_LOAD");
        ShouldBe(Ask([], child: Child with { HomeAuthorityMatches = false }), LeadAnswerKind.NotKnown, "OUTSIDE_COVERED_AREA");
        ShouldBe(Ask([], source: Make.Source(maxAge: 11)), LeadAnswerKind.NotKnown, "OUTSIDE_COVERED_AGES");
        ShouldBe(Ask([], source: Make.Source(minAge: 12, maxAge: 12)), LeadAnswerKind.None, "NO_RECORD_OF_CHILD");
    }

    [Fact]
    public void Lead_RecordThatCannotBeRead_IsNotKnown_UnlessSomebodyIsNamed()
    {
        ShouldBe(Ask([], leadAside: true), LeadAnswerKind.NotKnown, "RECORD_SET_ASIDE");
        ShouldBe(Ask([Make.Lead("W1")], leadAside: true), LeadAnswerKind.Named, "NAMED_LEAD");
        ShouldBe(Ask([], planAside: true), LeadAnswerKind.None, "NO_RECORD_OF_CHILD");
    }

    [Fact]
    public void Plan_ThatCannotBeRead_IsNotKnown_UnlessAnotherIsOpen()
    {
        Plan(Ask([], planAside: true)).ShouldBe((PlanAnswerKind.NotKnown, "RECORD_SET_ASIDE"));
        Plan(Ask([], planAside: true, plans: [Make.Plan()])).ShouldBe((PlanAnswerKind.Open, "OPEN_PLAN"));
        Plan(Ask([], leadAside: true)).ShouldBe((PlanAnswerKind.None, "NO_RECORD_OF_CHILD"));
    }

    [Fact]
    public void Plan_OpenAndOfAKindThatCounts_IsOpen()
    {
        Plan(Ask(plans: [Make.Plan()])).ShouldBe((PlanAnswerKind.Open, "OPEN_PLAN"));
        Plan(Ask(plans: [Make.Plan(PlanKinds.Ehcp)])).ShouldBe((PlanAnswerKind.None, "ONLY_PLANS_THAT_DO_NOT_COUNT"));
        Plan(Ask(plans: [Make.Plan() with { End = Make.AsOf }])).ShouldBe((PlanAnswerKind.None, "NO_RECORD_OF_CHILD"));
        Plan(Ask(Make.Lead("W1"))).ShouldBe((PlanAnswerKind.None, "HELD_WITHOUT_PLAN"));
    }

    [Fact]
    public void Plan_SourceThatCannotTell_IsNotKnown()
    {
        Plan(Ask([], Stale, plans: [Make.Plan()])).ShouldBe((PlanAnswerKind.NotKnown, "SOURCE_STALE"));
        Plan(Ask([], source: Make.Source(plans: false))).ShouldBe((PlanAnswerKind.NotKnown, "SOURCE_CARRIES_NO_PLANS"));
        Plan(Ask([], unresolved: true)).ShouldBe((PlanAnswerKind.NotKnown, "UNRESOLVED_CANDIDATE"));
        Plan(Ask([], unresolved: true, plans: [Make.Plan()])).ShouldBe((PlanAnswerKind.Open, "OPEN_PLAN"));
    }

    private static SourceAnswer Ask(params LeadRecord[] leads) => Ask(leads, Fit);

    private static SourceAnswer Ask(
        LeadRecord[]? leads = null,
        FitnessReport? fitness = null,
        bool complete = true,
        bool unresolved = false,
        PlanRecord[]? plans = null,
        SourceDeclaration? source = null,
        ChildFacts? child = null,
        bool leadAside = false,
        bool planAside = false) =>
        SourceAnswers.ForChild(
            source ?? Make.Source(), fitness ?? Fit, complete, child ?? Child,
            new() { Leads = leads ?? [], Plans = plans ?? [], UnresolvedCandidate = unresolved, LeadSetAside = leadAside, PlanSetAside = planAside },
            Make.AsOf);

    private static void ShouldBe(SourceAnswer answer, LeadAnswerKind kind, string reason) =>
        (answer.Lead.Kind, answer.Lead.Reason).ShouldBe((kind, reason));

    private static (PlanAnswerKind Kind, string Reason) Plan(SourceAnswer answer) => (answer.Plan.Kind, answer.Plan.Reason);
}
