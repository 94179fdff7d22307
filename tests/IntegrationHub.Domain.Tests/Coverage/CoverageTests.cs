using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Tests.Casework;

namespace IntegrationHub.Domain.Tests.Coverage;

public class CoverageTests
{
    [Theory]
    [InlineData(LeadAnswerKind.Named, PlanAnswerKind.Open, LeadKinds.SocialWorker, "LA_LEAD_AND_PLAN", "")]
    [InlineData(LeadAnswerKind.Named, PlanAnswerKind.None, LeadKinds.SocialWorker, "LA_LEAD_NO_PLAN", "NO_PLAN")]
    [InlineData(LeadAnswerKind.Named, PlanAnswerKind.NotKnown, LeadKinds.EarlyHelpWorker, "LA_LEAD_NO_PLAN", "NOT_KNOWN")]
    [InlineData(LeadAnswerKind.Named, PlanAnswerKind.Open, LeadKinds.School, "OTHER_LEAD", "NO_LA_LEAD")]
    [InlineData(LeadAnswerKind.Named, PlanAnswerKind.None, LeadKinds.Health, "OTHER_LEAD", "NO_LA_LEAD")]
    [InlineData(LeadAnswerKind.TeamOnly, PlanAnswerKind.Open, LeadKinds.SocialWorker, "TEAM_ONLY", "TEAM_ONLY")]
    [InlineData(LeadAnswerKind.None, PlanAnswerKind.Open, LeadKinds.SocialWorker, "NONE", "NO_LEAD")]
    [InlineData(LeadAnswerKind.None, PlanAnswerKind.None, LeadKinds.SocialWorker, "NONE", "NO_LEAD")]
    [InlineData(LeadAnswerKind.NotKnown, PlanAnswerKind.None, LeadKinds.SocialWorker, "NOT_KNOWN", "NOT_KNOWN")]
    public void Classify_EveryAnswer_HasOneClassAndItsFlags(
        LeadAnswerKind lead, PlanAnswerKind plan, string kind, string coverage, string flags)
    {
        CombinedAnswer answer = CombinedAnswer.Of([Make.Answer(lead, plan, kind: kind)]);
        CoverageClassifier.Classify(answer, restricted: false).ToWireName().ShouldBe(coverage);
        Flags(answer).ShouldBe(flags);
    }

    [Fact]
    public void Classify_RestrictedChild_IsRestrictedWithoutFlags()
    {
        CombinedAnswer answer = CombinedAnswer.Of([Make.Answer(LeadAnswerKind.None, PlanAnswerKind.None)]);
        CoverageClassifier.Classify(answer, restricted: true).ShouldBe(CoverageClass.Restricted);
        FlagRules.For(answer, restricted: true, Make.AsOf, ReconciliationSettings.Default).ShouldBeEmpty();
    }

    [Fact]
    public void Classify_SchoolAndSocialWorkerBoth_IsTheAuthoritys()
    {
        CombinedAnswer answer = CombinedAnswer.Of(
        [
            Make.Answer(LeadAnswerKind.Named, PlanAnswerKind.Open, kind: LeadKinds.School, required: false),
            Make.Answer(LeadAnswerKind.Named, PlanAnswerKind.None),
        ]);
        CoverageClassifier.Classify(answer, restricted: false).ShouldBe(CoverageClass.LaLeadAndPlan);
    }

    [Fact]
    public void Flags_SchoolLeadsAndSocialCareCannotTell_IsAQuestionOfData()
    {
        CombinedAnswer answer = CombinedAnswer.Of(
        [
            Make.Answer(LeadAnswerKind.Named, PlanAnswerKind.None, kind: LeadKinds.School, mayHoldLa: false),
            Make.Answer(LeadAnswerKind.NotKnown, PlanAnswerKind.NotKnown),
        ]);
        CoverageClassifier.Classify(answer, restricted: false).ShouldBe(CoverageClass.OtherLead);
        Flags(answer).ShouldBe("NOT_KNOWN");
    }

    [Theory]
    [InlineData(LeadKinds.EarlyHelpWorker, "2021-07-14", null, true)]
    [InlineData(LeadKinds.EarlyHelpWorker, "2021-07-15", null, false)]
    [InlineData(LeadKinds.EarlyHelpWorker, "2020-01-01", null, true)]
    [InlineData(LeadKinds.EarlyHelpWorker, "2021-11-01", "2022-01-14", true)]
    [InlineData(LeadKinds.EarlyHelpWorker, "2021-11-01", "2022-01-15", false)]
    [InlineData(LeadKinds.EarlyHelpWorker, null, null, false)]
    [InlineData(LeadKinds.SocialWorker, "2019-01-01", null, false)]
    [InlineData(LeadKinds.SocialWorker, "2019-01-01", "2022-01-01", true)]
    public void IsEnding_SixMonthsLessFourWeeks_IsWhenItComesUp(string kind, string? start, string? end, bool ending)
    {
        LeadRecord lead = new() { LeadKind = kind, WorkerId = "W1", Start = Date(start), End = Date(end) };
        FlagRules.IsEnding(lead, Make.AsOf, ReconciliationSettings.Default).ShouldBe(ending);
    }

    [Fact]
    public void Flags_EarlyHelpEndingBesideASocialWorker_AreNotEnding()
    {
        LeadRecord earlyHelp = Make.Lead("W1", kind: LeadKinds.EarlyHelpWorker) with { Start = new DateOnly(2021, 1, 1) };
        Flags(CombinedAnswer.Of([With(earlyHelp)])).ShouldBe("LEAD_ENDING");
        Flags(CombinedAnswer.Of([With(earlyHelp), With(Make.Lead("W2"))])).ShouldBe("");
        Flags(CombinedAnswer.Of([With(earlyHelp), With(Make.Lead("W3", kind: LeadKinds.School))])).ShouldBe("LEAD_ENDING");
    }

    [Fact]
    public void WireNames_OfEveryValue_AreThePublishedOnes()
    {
        Enum.GetValues<CoverageClass>().Select(value => value.ToWireName())
            .ShouldBe(["LA_LEAD_AND_PLAN", "LA_LEAD_NO_PLAN", "OTHER_LEAD", "TEAM_ONLY", "NONE", "NOT_KNOWN", "RESTRICTED"]);
        Enum.GetValues<FlagKind>().Select(value => value.ToWireName())
            .ShouldBe(["NO_LEAD", "NO_LA_LEAD", "TEAM_ONLY", "NO_PLAN", "LEAD_ENDING", "NOT_KNOWN"]);
        Enum.GetValues<AttendanceStanding>().Select(value => value.ToWireName())
            .ShouldBe(["OUTSIDE_COMPULSORY_AGE", "NO_MARKS", "TOO_FEW_SESSIONS", "NOT_CHRONICALLY_ABSENT", "CHRONICALLY_ABSENT"]);
        CoverageWireNames.TryParse("LA_LEAD_NO_PLAN", out CoverageClass coverage).ShouldBeTrue();
        coverage.ShouldBe(CoverageClass.LaLeadNoPlan);
    }

    private static SourceAnswer With(LeadRecord lead) =>
        new("a", true, true, new LeadAnswer(LeadAnswerKind.Named, "NAMED_LEAD", [lead]),
            new PlanAnswer(PlanAnswerKind.Open, "OPEN_PLAN", [Make.Plan()]));

    private static string Flags(CombinedAnswer answer) =>
        string.Join(' ', FlagRules.For(answer, false, Make.AsOf, ReconciliationSettings.Default).Select(flag => flag.ToWireName()));

    private static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
