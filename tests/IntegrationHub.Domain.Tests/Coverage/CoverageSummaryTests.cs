using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Tests.Coverage;

public class CoverageSummaryTests
{
    private static readonly SessionCounts Away = new() { Unauthorised = 100 };
    private static readonly SessionCounts Seldom = new() { Attending = 40, Unauthorised = 60 };

    [Fact]
    public void Of_ChildrenAsParagraph17CountsThem_AreItsFigures()
    {
        // 360 chronically absent, 156 with the authority's lead and a plan, 28 never in school, 67 with an EHCP, 70 in year 6 and below.
        int[] special = [.. Enumerable.Repeat(1, 31), .. Enumerable.Repeat(2, 4), .. Enumerable.Repeat(3, 5), .. Enumerable.Repeat(4, 6)];
        IEnumerable<ChildResult> children =
            Enumerable.Range(0, 360).Select(n => Chronic(n < 156 ? CoverageClass.LaLeadAndPlan : CoverageClass.None) with
            {
                PupilId = n,
                Counts = n < 28 ? Away : Seldom,
                HasEhcp = n < 67,
                MainSchool = new Laestab(851, n < special.Length ? 7000 + special[n] : 4000),
                YearGroup = n < 70 ? n % 7 : 7 + (n % 5),
            });

        CoverageSummary summary = CoverageSummary.Of(children);
        (summary.ChronicallyAbsent, summary.LaLeadAndPlan.Numerator, summary.Without).ShouldBe((360, 156, 204));
        summary.NotInSchoolAtAll.ShouldBe(28);
        (summary.WithEhcp, summary.Year6AndBelow, summary.Year7AndAbove, summary.YearGroupUnknown).ShouldBe((67, 70, 290, 0));
        new[] { 7001, 7002, 7003, 7004 }.Select(school => summary.WithEhcpBySchool[new Laestab(851, school)]).ShouldBe([31, 4, 5, 6]);
        summary.LaLeadAndPlan.Rate.ShouldBe(156d / 360 * 100);
    }

    [Fact]
    public void Of_LedBySchoolWithAPlan_CountsInTheSecondCoverageOnly()
    {
        CoverageSummary summary = CoverageSummary.Of(
        [
            Chronic(CoverageClass.LaLeadAndPlan), Chronic(CoverageClass.OtherLead),
            Chronic(CoverageClass.OtherLead) with { Plan = PlanAnswerKind.None },
            Chronic(CoverageClass.Restricted), Chronic(CoverageClass.NotKnown),
        ]);
        (summary.LaLeadAndPlan, summary.AnyNamedLeadAndPlan).ShouldBe((new CoverageShare(1, 5), new CoverageShare(2, 5)));
        (summary.Without, summary.Restricted, summary.NotKnown).ShouldBe((4, 1, 1));
    }

    [Fact]
    public void Of_ChildrenBesideTheCount_AreCountedAndNotDropped()
    {
        CoverageSummary summary = CoverageSummary.Of(
        [
            Standing(AttendanceStanding.NoMarks), Standing(AttendanceStanding.TooFewSessions),
            Standing(AttendanceStanding.OutsideCompulsoryAge),
            Standing(AttendanceStanding.NotChronicallyAbsent) with { ConflictingSessions = 3 },
            Chronic(CoverageClass.None) with { IsOfHomeAuthority = false },
            Standing(AttendanceStanding.NoMarks) with { IsOfHomeAuthority = false },
        ]);
        (summary.Children, summary.NoMarks, summary.TooFewSessions).ShouldBe((4, 1, 1));
        (summary.OutsideCompulsoryAge, summary.WithAttendanceConflicts).ShouldBe((1, 1));
        (summary.ChronicallyAbsent, summary.OfAnotherAuthority, summary.OfAnotherAuthorityChronicallyAbsent).ShouldBe((0, 2, 1));
        summary.LaLeadAndPlan.Rate.ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, 1, 0, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(6, 1, 0, 0)]
    [InlineData(7, 0, 1, 0)]
    [InlineData(null, 0, 0, 1)]
    public void Of_YearGroup_IsPrimaryUpToSix(int? yearGroup, int primary, int secondary, int unknown)
    {
        CoverageSummary summary = CoverageSummary.Of([Chronic(CoverageClass.None) with { YearGroup = yearGroup }]);
        (summary.Year6AndBelow, summary.Year7AndAbove, summary.YearGroupUnknown).ShouldBe((primary, secondary, unknown));
    }

    [Fact]
    public void Of_AnyChildren_AddsUp() => Holds.ForAll<(byte, byte)[]>(drawn =>
    {
        CoverageSummary summary = CoverageSummary.Of(drawn.Select(child => Any(child.Item1, child.Item2)));
        return summary.ByClass.Count == 7
            && summary.ByClass.Values.Sum() == summary.ChronicallyAbsent
            && summary.Year6AndBelow + summary.Year7AndAbove + summary.YearGroupUnknown == summary.ChronicallyAbsent
            && summary.WithEhcpBySchool.Values.Sum() == summary.WithEhcp
            && summary.Without == summary.ChronicallyAbsent - summary.ByClass[CoverageClass.LaLeadAndPlan]
            && summary.AnyNamedLeadAndPlan.Numerator >= summary.LaLeadAndPlan.Numerator
            && summary.Children + summary.OfAnotherAuthority == drawn.Length;
    });

    private static ChildResult Any(byte kind, byte rest)
    {
        ChildResult child = kind % 3 == 0 ? Standing((AttendanceStanding)(kind % 4)) : Chronic((CoverageClass)(kind % 7));
        int? yearGroup = rest % 4 == 0 ? null : (rest % 14) - 1;
        return child with { YearGroup = yearGroup, HasEhcp = rest % 5 == 0, IsOfHomeAuthority = rest % 6 != 0 };
    }

    private static ChildResult Chronic(CoverageClass coverage) => Standing(AttendanceStanding.ChronicallyAbsent) with
    {
        Counts = Seldom,
        Class = coverage,
        Lead = coverage switch
        {
            CoverageClass.LaLeadAndPlan or CoverageClass.LaLeadNoPlan or CoverageClass.OtherLead => LeadAnswerKind.Named,
            CoverageClass.TeamOnly => LeadAnswerKind.TeamOnly,
            CoverageClass.None => LeadAnswerKind.None,
            CoverageClass.NotKnown => LeadAnswerKind.NotKnown,
            _ => null,
        },
        Plan = coverage switch
        {
            CoverageClass.LaLeadAndPlan or CoverageClass.OtherLead => PlanAnswerKind.Open,
            CoverageClass.Restricted => null,
            _ => PlanAnswerKind.None,
        },
    };

    private static ChildResult Standing(AttendanceStanding standing) =>
        new() { PupilId = 1, MainSchool = new Laestab(851, 4000), Counts = default, Standing = standing };
}
