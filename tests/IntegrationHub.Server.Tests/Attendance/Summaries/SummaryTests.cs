using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>Sessions added up over schools.</summary>
public sealed class SummaryTests : IAsyncLifetime
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
        city.AddSchool(8512002);
        var dual = city.AddPupil();
        city.Mark(city.Enrol(dual), TestCity.FirstMonday, "/ / D D");
        city.Mark(city.Enrol(dual, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary), TestCity.FirstMonday, "D D O L");
        city.Mark(city.Enrol(city.AddPupil()), TestCity.FirstMonday, "/ / I -");
        city.Mark(city.Enrol(city.AddPupil(), status: EnrolmentStatus.Guest), TestCity.FirstMonday, "O O O O");
        city.Mark(city.Enrol(city.AddPupil(), leaving: TestCity.FirstMonday), TestCity.FirstMonday, "B B O O");
        city.Enrol(city.AddPupil(), 8512002);
        await city.SaveAsync();
        var elsewhere = new TestCity(_hub, "850");
        elsewhere.AddSchool(8502001);
        elsewhere.Mark(elsewhere.Enrol(elsewhere.AddPupil(), 8502001), TestCity.FirstMonday, "O O O O");
        await elsewhere.SaveAsync();
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Total_PoolsEveryEnrolment()
    {
        var row = (await SummariseAsync(SummaryGrouping.Unspecified)).Rows.ShouldHaveSingleItem();
        (row.Group, row.SchoolCount, row.EnrolmentCount).ShouldBe(("Total", 2, 4));
        (row.Measures.PossibleSessions, row.Measures.AttendedSessions, row.Measures.LateSessions).ShouldBe((9, 7, 1));
        row.SessionsByCode.ShouldBe(new Dictionary<string, long> { ["/"] = 4, ["L"] = 1, ["B"] = 2, ["I"] = 1, ["O"] = 1, ["D"] = 4 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Phase_HasARowForEach()
    {
        var rows = (await SummariseAsync(SummaryGrouping.Phase)).Rows;
        rows.Select(x => (x.Group, x.SchoolCount, x.Measures.PossibleSessions)).ShouldBe([("Primary", 1, 7), ("Special", 1, 2)]);
    }

    [Fact]
    public async Task School_HasARowForEachAndSaysHowFreshItIs()
    {
        var answer = await SummariseAsync(SummaryGrouping.School);
        answer.Rows.Select(x => (x.Group, x.EnrolmentCount)).ShouldBe([("8512001", 3), ("8512002", 0), ("8514001", 1)]);
        answer.Freshness.Schools.Select(x => x.SchoolLaestab).ShouldBe(["8512001", "8512002", "8514001"]);
        answer.Rows[2].Measures.SeverelyAbsent.ShouldBeFalse("a school is in no cohort");
    }

    [Fact]
    public async Task Window_CountsItsDaysAlone()
    {
        var day = new Contracts.Type.V1.Date { Year = 2021, Month = 9, Day = 7 };
        var answer = await _attendance.SummariseAttendanceAsync(new() { Window = new() { StartDate = day, EndDate = day } });
        answer.Rows[0].SessionsByCode.ShouldBe(new Dictionary<string, long> { ["D"] = 2, ["O"] = 1, ["L"] = 1, ["I"] = 1 }, ignoreOrder: true);
    }

    private async Task<SummariseAttendanceResponse> SummariseAsync(SummaryGrouping grouping) =>
        await _attendance.SummariseAttendanceAsync(new() { Grouping = grouping });
}
