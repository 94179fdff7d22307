using IntegrationHub.City.Tests.Recount;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Coverage;

namespace IntegrationHub.City.Tests;

/// <summary>The published figures of paragraph 17 (Portsmouth, autumn 2021), counted from the default city's marks and case records.</summary>
[Collection(CountedCity.Collection)]
public sealed class DefaultCityTests(CountedCity city)
{
    private Coverage Coverage => city.Coverage;

    [Fact]
    public void City_HasThePublishedSize()
    {
        city.Plan.Schools.Count.ShouldBe(61);
        city.Plan.PupilCount.ShouldBe(26_500);
        city.Recount.ChildCount.ShouldBe(26_500);
        city.Recount.MarkCount.ShouldBeInRange(3_000_000, 4_500_000);
    }

    [Fact]
    public void ChronicallyAbsent_Is360_Of156And204()
    {
        Coverage.ChronicallyAbsent.ShouldBe(360);
        Coverage.LaLeadAndPlan.ShouldBe(156);
        Coverage.WithoutLaLeadAndPlan.ShouldBe(204);
    }

    [Fact]
    public void NeverAttended_Is28() => Coverage.NeverAttended.ShouldBe(28);

    [Fact]
    public void WithEhcp_Is67_Of31And4And5And6AtFourSpecialSchools()
    {
        Coverage.WithEhcp.ShouldBe(67);
        string[] special = [.. city.Plan.Schools.Where(school => school.Phase == CityPhase.Special).Select(school => school.Laestab.ToString())];
        special.Select(school => Coverage.EhcpBySchool.Single(count => count.SchoolLaestab == school).Count).ShouldBe([31, 4, 5, 6]);
    }

    [Fact]
    public void Year6AndBelow_Is70_AndAbove290()
    {
        Coverage.Year6AndBelow.ShouldBe(70);
        Coverage.Year7AndAbove.ShouldBe(290);
    }

    [Fact]
    public void EveryFigure_IsWhatThePlanExpects() => city.Plan.Expectations.Compare(Coverage).ShouldBeEmpty();

    [Fact]
    public void EveryClass_HasChildren()
    {
        int[] classes = [Coverage.LaLeadNoPlan, Coverage.OtherLead, Coverage.TeamOnly, Coverage.None, Coverage.NotKnown];
        classes.ShouldAllBe(count => count > 0);
        Coverage.Restricted.ShouldBe(0);
    }

    [Fact]
    public void EveryEdge_HasChildren()
    {
        int[] edges = [Coverage.TooFewSessions, Coverage.NoMarks, Coverage.OtherAuthority, Coverage.WithConflicts, Coverage.WithDisagreements];
        edges.ShouldAllBe(count => count > 0);
    }

    [Fact]
    public void ChildrenAtHalf_AreThere_AndNotChronicallyAbsent()
    {
        SessionCounts[] judged = [.. city.Recount.Results.Where(child => child.Standing == AttendanceStanding.NotChronicallyAbsent).Select(child => child.Counts)];
        judged.Count(counts => 2 * counts.Attended == counts.Possible).ShouldBeGreaterThan(5);
        judged.Count(counts => 2 * counts.Attended > counts.Possible && 100 * counts.Attended <= 55 * counts.Possible).ShouldBeGreaterThan(100);
        judged.ShouldAllBe(counts => 2 * counts.Attended >= counts.Possible);
    }

    [Fact]
    public void ChildrenJustBelowHalf_AreChronicallyAbsent()
    {
        SessionCounts[] chronic = [.. city.Recount.Results.Where(child => child.IsChronicallyAbsent).Select(child => child.Counts)];
        chronic.Count(counts => 2 * (counts.Attended + 1) == counts.Possible).ShouldBeGreaterThan(20);
        chronic.ShouldContain(counts => counts.Possible == 20, "judged on the fewest sessions there may be");
    }

    [Fact]
    public void ChildrenNotJudged_AttendBelowHalfToo()
    {
        city.Recount.Results.ShouldContain(child => child.Standing == AttendanceStanding.TooFewSessions && child.Counts.IsChronicallyAbsent);
        city.Recount.Results.ShouldContain(child => child.Standing == AttendanceStanding.OutsideCompulsoryAge && child.Counts.IsChronicallyAbsent);
    }

    [Fact]
    public void RestrictedChildren_AreThere_AndNotOnTheList()
    {
        city.Recount.Results.Count(child => child.Restricted).ShouldBeGreaterThan(5);
        city.Recount.Results.ShouldAllBe(child => !(child.Restricted && child.IsChronicallyAbsent));
    }

    [Fact]
    public void Sources_AreFit()
    {
        city.Recount.Sources.ShouldAllBe(source => source.Fitness.Fit && !source.Fitness.BlanksAreNotKnown);
        city.Recount.Sources.ShouldAllBe(source => source.Fitness.MatchRate > 85);
    }
}
