using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>What a caller asks of a summary, and is told.</summary>
public sealed class GroupedSummaryTests : IAsyncLifetime
{
    private TestHub _hub = null!;
    private AttendanceService.AttendanceServiceClient _attendance = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: new FixedClock(new(2021, 12, 17, 16, 0, 0, TimeSpan.Zero)));
        _attendance = new(_hub.Channel);
        var city = new TestCity(_hub);
        city.AddSchool(TestCity.School);
        city.AddSchool(TestCity.OtherSchool, "Special");
        city.Add(new TermRow
        {
            Authority = TestHub.Authority,
            Laestab = 0,
            AcademicYear = 2021,
            Name = "Autumn",
            StartDate = new(2021, 9, 2),
            EndDate = new(2021, 12, 17),
            HalfTermStartDate = new(2021, 10, 25),
            HalfTermEndDate = new(2021, 10, 29),
        });
        // Two schools have the child; each says half of it.
        var dual = city.AddPupil();
        var main = city.Enrol(dual, year: 9, ehcp: true);
        main.LookedAfter = true;
        city.Mark(main, TestCity.FirstMonday, "/ / D D O O");
        city.Mark(city.Enrol(dual, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary), TestCity.FirstMonday, "D D O L / /");
        city.Mark(city.Enrol(city.AddPupil(), year: null), TestCity.FirstMonday, "/ / I - - - - - - - / /");
        await city.SaveAsync();
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Children_AreCountedOnceAndToldUnderTheirMainSchool()
    {
        var answer = await AskAsync(new() { Basis = SummaryBasis.Child, Grouping = SummaryGrouping.School });
        var row = answer.Rows.Single(x => x.Group == "8512001");
        (row.ChildCount, row.HasEnrolmentCount, row.Measures.PossibleSessions, row.Measures.AttendedSessions).ShouldBe((2, false, 11, 9));
        row.SessionsByCode.ShouldNotContainKey("D");
        answer.Rows.Single(x => x.Group == "8514001").ChildCount.ShouldBe(0);
        answer.Freshness.Schools.Select(x => x.SchoolLaestab).ShouldBe(["8512001", "8514001"]);
    }

    [Fact]
    public async Task Characteristics_NotKnown_AreAGroupOfTheirOwn()
    {
        (await GroupsAsync(SummaryGrouping.LookedAfter)).ShouldBe(["YES", "NOT_KNOWN"]);
        (await GroupsAsync(SummaryGrouping.PupilPremium)).ShouldBe(["NOT_KNOWN"]);
        (await GroupsAsync(SummaryGrouping.FreeSchoolMeals)).ShouldBe(["NOT_KNOWN"]);
        (await GroupsAsync(SummaryGrouping.YearGroup)).ShouldBe(["6", "9", "NOT_KNOWN"]);
        (await GroupsAsync(SummaryGrouping.Sex)).ShouldBe(["NOT_KNOWN"]);
        (await GroupsAsync(SummaryGrouping.Ehcp)).ShouldBe(["YES", "NO"]);
    }

    [Fact]
    public async Task Weeks_MakeATrend()
    {
        var answer = await AskAsync(new() { Grouping = SummaryGrouping.Week, SecondGrouping = SummaryGrouping.Phase });
        answer.Rows.Select(x => (x.Group, x.SecondGroup, x.Measures.PossibleSessions)).ShouldBe(
            [("2021-09-06", "Primary", 7), ("2021-09-06", "Special", 4), ("2021-09-13", "Primary", 2)]);
    }

    [Fact]
    public async Task Cohorts_AreCountedWithTheirShare()
    {
        var row = (await AskAsync(new())).Rows.ShouldHaveSingleItem();
        row.EnrolmentCount.ShouldBe(3);
        (row.PersistentlyAbsent.Count, row.SeverelyAbsent.Count, row.ChronicallyAbsent.Count).ShouldBe((3, 1, 0));
        row.SeverelyAbsent.Percent.ShouldBe(100.0 / 3, 1e-12);
        row.Measures.OverallAbsencePercent.ShouldBe(100.0 * 4 / 13, 1e-12);
    }

    [Fact]
    public async Task Filter_TakesSchoolsPhasesAndYears()
    {
        (await AskAsync(new() { Filter = new() { SchoolLaestabs = { "8514001" } } })).Rows[0].EnrolmentCount.ShouldBe(1);
        (await AskAsync(new() { Filter = new() { Phases = { "primary", "Secondary" } } })).Rows[0].EnrolmentCount.ShouldBe(2);
        (await AskAsync(new() { Filter = new() { YearGroups = { 9 } } })).Rows[0].EnrolmentCount.ShouldBe(1);
        (await AskAsync(new() { Filter = new() { YearGroups = { 1 } } })).Rows.ShouldHaveSingleItem().Measures.HasAttendancePercent.ShouldBeFalse("of nobody");
    }

    [Fact]
    public async Task Window_IsATermByNameOrRollingWeeks()
    {
        var term = await AskAsync(new() { TermName = "autumn" });
        (term.Window.StartDate.Day, term.Window.EndDate.Month, term.Window.EndDate.Day).ShouldBe((2, 12, 17));
        var begun = await AskAsync(new() { TermName = "Autumn", Window = new() { EndDate = new() { Year = 2021, Month = 9, Day = 6 } } });
        (begun.Window.EndDate.Day, begun.Rows[0].Measures.PossibleSessions).ShouldBe((6, 4));
        var weeks = await AskAsync(new() { RollingWeeks = 15 });
        (weeks.Window.StartDate.Month, weeks.Window.StartDate.Day, weeks.Rows[0].Measures.PossibleSessions).ShouldBe((9, 4, 13));
    }

    [Fact]
    public async Task Summary_AskedForWhatIsNone_IsRefused()
    {
        SummariseAttendanceRequest[] requests =
        [
            new() { SecondGrouping = SummaryGrouping.Phase },
            new() { Grouping = SummaryGrouping.Phase, SecondGrouping = SummaryGrouping.Phase },
            new() { Grouping = SummaryGrouping.Week, SecondGrouping = SummaryGrouping.Term },
            new() { Grouping = (SummaryGrouping)99 },
            new() { Basis = (SummaryBasis)99 },
            new() { TermName = "Summer" },
            new() { TermName = "Autumn", RollingWeeks = 2 },
            new() { RollingWeeks = -1 },
            new() { RollingWeeks = 2, Window = new AttendanceWindow { StartDate = new() { Year = 2021, Month = 9, Day = 6 } } },
            new() { TermName = "Autumn", Window = new AttendanceWindow { EndDate = new() { Year = 2021, Month = 9, Day = 1 } } },
        ];
        foreach (var request in requests)
            await _attendance.SummariseAttendanceAsync(request).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await _attendance.SummariseAttendanceAsync(new() { Filter = new() { SchoolLaestabs = { "8514001", "8519999" } } })
            .ShouldBeRefusedAsync(StatusCode.NotFound, Reason.UnknownSchool);
        await _attendance.SummariseAttendanceAsync(new() { Filter = new() { SchoolLaestabs = { "12" } } })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidLaestab);
    }

    private async Task<SummariseAttendanceResponse> AskAsync(SummariseAttendanceRequest request) => await _attendance.SummariseAttendanceAsync(request);

    private async Task<string[]> GroupsAsync(SummaryGrouping grouping) => [.. (await AskAsync(new() { Grouping = grouping })).Rows.Select(x => x.Group)];
}
