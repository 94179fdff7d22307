using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Domain.Tests.Casework;

namespace IntegrationHub.Domain.Tests.Coverage;

public class ChildJudgementTests
{
    private static readonly DateOnly Eleven = new(2010, 3, 1);
    private static readonly ReconciliationSettings Defaults = ReconciliationSettings.Default;

    [Theory]
    [InlineData(9, 11, AttendanceStanding.ChronicallyAbsent)]
    [InlineData(10, 10, AttendanceStanding.NotChronicallyAbsent)]
    [InlineData(0, 19, AttendanceStanding.TooFewSessions)]
    [InlineData(0, 20, AttendanceStanding.ChronicallyAbsent)]
    public void StandingOf_SessionsAtTheEdges_IsJudgedFromTwenty(int attended, int absent, AttendanceStanding standing) =>
        ChildJudgement.StandingOf(Counts(attended, absent), Eleven, Make.AsOf, Defaults).ShouldBe(standing);

    [Fact]
    public void StandingOf_NoMarksAndNothingPossible_AreToldApart()
    {
        ChildJudgement.StandingOf(default, Eleven, Make.AsOf, Defaults).ShouldBe(AttendanceStanding.NoMarks);
        SessionCounts elsewhere = new() { NotPossible = 140 };
        ChildJudgement.StandingOf(elsewhere, Eleven, Make.AsOf, Defaults).ShouldBe(AttendanceStanding.TooFewSessions);
        ReconciliationSettings evenNone = Defaults with { LeastPossibleSessions = 0 };
        ChildJudgement.StandingOf(elsewhere, Eleven, Make.AsOf, evenNone).ShouldBe(AttendanceStanding.TooFewSessions);
    }

    [Fact]
    public void StandingOf_ChildOfFour_IsOutsideCompulsoryAgeUnlessTheSettingSaysSo()
    {
        DateOnly four = new(2017, 6, 1);
        ChildJudgement.StandingOf(Counts(0, 40), four, Make.AsOf, Defaults).ShouldBe(AttendanceStanding.OutsideCompulsoryAge);
        ReconciliationSettings everyAge = Defaults with { CompulsorySchoolAgeOnly = false };
        ChildJudgement.StandingOf(Counts(0, 40), four, Make.AsOf, everyAge).ShouldBe(AttendanceStanding.ChronicallyAbsent);
    }

    [Fact]
    public void Judge_ChronicallyAbsentAndNobodyLeads_IsFlagged()
    {
        ChildResult result = ChildJudgement.Judge(Child(Counts(0, 40)), Make.AsOf, Defaults);
        (result.Class, result.Lead, result.Plan).ShouldBe((CoverageClass.None, LeadAnswerKind.None, PlanAnswerKind.None));
        result.IsNotInSchoolAtAll.ShouldBeTrue();
        result.Flags.ShouldBe([FlagKind.NoLead]);
    }

    [Fact]
    public void Judge_RestrictedChild_TellsNothingOfItsAnswers()
    {
        ChildResult result = ChildJudgement.Judge(Child(Counts(0, 40)) with { Restricted = true }, Make.AsOf, Defaults);
        (result.Class, result.Lead, result.Plan, result.Flags.Count).ShouldBe((CoverageClass.Restricted, null, null, 0));
    }

    [Fact]
    public void Judge_ChildOfAnotherAuthority_IsClassedAndNotFlagged()
    {
        ChildResult result = ChildJudgement.Judge(Child(Counts(0, 40)) with { IsOfHomeAuthority = false }, Make.AsOf, Defaults);
        (result.Class, result.Flags.Count).ShouldBe((CoverageClass.None, 0));
    }

    [Fact]
    public void Judge_ChildWhoAttends_NeedsNoAnswer()
    {
        ChildJudgement.Judge(Child(Counts(40, 0)) with { Answer = null }, Make.AsOf, Defaults).Class.ShouldBeNull();
        Should.Throw<ArgumentException>(() => ChildJudgement.Judge(Child(Counts(0, 40)) with { Answer = null }, Make.AsOf, Defaults));
    }

    [Fact]
    public void WindowOn_EachChoice_EndsOnTheDay()
    {
        SchoolCalendar calendar = new([new Term("Autumn", new DateOnly(2021, 9, 2), new DateOnly(2021, 12, 17))], []);
        Defaults.WindowOn(Make.AsOf).From.ShouldBe(new DateOnly(2021, 8, 1));
        (Defaults with { Window = ReconciliationWindow.TermToDate }).WindowOn(Make.AsOf, calendar).From.ShouldBe(new DateOnly(2021, 9, 2));
        (Defaults with { Window = ReconciliationWindow.TermToDate }).WindowOn(Make.AsOf).From.ShouldBe(new DateOnly(2021, 8, 1));
        (Defaults with { Window = ReconciliationWindow.RollingWeeks }).WindowOn(Make.AsOf).From.ShouldBe(new DateOnly(2021, 9, 25));
    }

    private static SessionCounts Counts(int attended, int absent) => new() { Attending = attended, Unauthorised = absent };

    private static ChildEvidence Child(SessionCounts counts) => new()
    {
        PupilId = 1,
        MainSchool = new Laestab(851, 4000),
        DateOfBirth = Eleven,
        Attendance = new ChildAttendance(counts, []),
        Answer = CombinedAnswer.Of([Make.Answer(LeadAnswerKind.None, PlanAnswerKind.None)]),
    };
}
