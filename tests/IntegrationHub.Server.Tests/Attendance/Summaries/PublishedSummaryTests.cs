using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>What may be published, and what the published basis counts.</summary>
public sealed class PublishedSummaryTests : IAsyncLifetime
{
    private TestHub _hub = null!;
    private TestCity _city = null!;
    private AttendanceService.AttendanceServiceClient _attendance = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: new FixedClock(new(2022, 6, 10, 16, 0, 0, TimeSpan.Zero)));
        _attendance = new(_hub.Channel);
        _city = new TestCity(_hub);
        _city.AddSchool(TestCity.School);
        _city.AddSchool(TestCity.OtherSchool, "Special");
        _city.AddSchool(8512002);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task PublishedBasis_LeavesOutWhomAndWhatTheDepartmentDoes()
    {
        var whitsun = new DateOnly(2022, 5, 27);
        Mark(born: new(2016, 9, 1), whitsun, "O O");
        Mark(born: new(2005, 8, 31), whitsun, "O O");
        Mark(born: new(2006, 8, 31), whitsun, "/ / O O");
        Mark(born: new(2010, 1, 1), whitsun, "/ L I I");
        Mark(born: new(2010, 1, 1), whitsun, "D D D D");
        Mark(born: new(2010, 1, 1), whitsun, "- - O O", entry: new(2022, 5, 30));
        await _city.SaveAsync();

        var row = (await AskAsync(new() { Basis = SummaryBasis.Published })).Rows.ShouldHaveSingleItem();

        row.SessionsByCode.ShouldBe(new Dictionary<string, long> { ["/"] = 3, ["L"] = 1, ["I"] = 2, ["D"] = 4 }, ignoreOrder: true);
        (row.EnrolmentCount, row.PersistentlyAbsent.Count).ShouldBe((2, 1));
        (await AskAsync(new())).Rows[0].EnrolmentCount.ShouldBe(6, "as marked, everybody counts");
    }

    [Fact]
    public async Task ForPublication_SmallCounts_AreWithheldWithTheNextAndNeverNought()
    {
        MarkMany(3, year: 1);
        MarkMany(7, year: 2);
        MarkMany(20, year: 3);
        await _city.SaveAsync();

        var rows = (await AskAsync(ByYear())).Rows;

        rows.Select(x => (x.Group, x.Suppressed)).ShouldBe([("1", true), ("2", true), ("3", false)]);
        var withheld = rows[0];
        (withheld.HasEnrolmentCount, withheld.Measures is null, withheld.PersistentlyAbsent.HasCount).ShouldBe((false, true, false));
        (withheld.PersistentlyAbsent.Suppressed, withheld.PersistentlyAbsent.HasPercent).ShouldBe((true, false));
        (rows[2].EnrolmentCount, rows[2].ChronicallyAbsent.HasCount, rows[2].ChronicallyAbsent.Count).ShouldBe((20, true, 0));
        rows[2].SessionsByCode.ShouldBeEmpty("sessions by code can tell of one child");
        (await AskAsync(new() { Grouping = SummaryGrouping.YearGroup })).Rows[0].EnrolmentCount.ShouldBe(3, "within the authority it is known");
    }

    [Fact]
    public async Task ForPublication_SmallCohorts_AreWithheldWithTheirRates()
    {
        MarkMany(30, year: 1);
        MarkMany(2, year: 1, codes: "O O");
        MarkMany(30, year: 2);
        MarkMany(9, year: 2, codes: "O O");
        MarkMany(30, year: 3);
        await _city.SaveAsync();

        var rows = (await AskAsync(ByYear())).Rows;

        rows.ShouldAllBe(x => !x.Suppressed);
        rows.Select(x => (x.SeverelyAbsent.Suppressed, x.SeverelyAbsent.HasPercent)).ShouldBe([(true, false), (true, false), (false, true)]);
    }

    [Fact]
    public async Task ForPublication_BySenAndByEhcp_WithholdSoThatNeitherTellsOfTheOther()
    {
        MarkMany(3, sen: SenProvision.Support);
        MarkMany(12, sen: SenProvision.Ehcp);
        MarkMany(30, sen: SenProvision.None);
        MarkMany(15);
        await _city.SaveAsync();

        var bySen = (await AskAsync(new() { Grouping = SummaryGrouping.SenProvision, ForPublication = true })).Rows;
        var byEhcp = (await AskAsync(new() { Grouping = SummaryGrouping.Ehcp, ForPublication = true })).Rows;
        var byBoth = (await AskAsync(new() { Grouping = SummaryGrouping.Ehcp, SecondGrouping = SummaryGrouping.SenProvision, ForPublication = true })).Rows;

        Shown(bySen).ShouldBe([("EHCP", "", 12), ("NONE", "", 0), ("SUPPORT", "", 0), ("NOT_KNOWN", "", 15)]);
        Shown(byEhcp).ShouldBe([("YES", "", 12), ("NO", "", 33), ("NOT_KNOWN", "", 15)]);
        Shown(byBoth).ShouldBe([("YES", "EHCP", 12), ("NO", "NONE", 0), ("NO", "SUPPORT", 0), ("NOT_KNOWN", "NOT_KNOWN", 15)]);
    }

    [Fact]
    public async Task ForPublication_WhereAllButAFewAreAbsent_TheCohortIsWithheldWithItsRate()
    {
        MarkMany(8, year: 1, codes: "O O");
        MarkMany(1, year: 1);
        MarkMany(20, year: 2, codes: "O O");
        MarkMany(20, year: 2);
        MarkMany(30, year: 3, codes: "O O");
        MarkMany(20, year: 3);
        await _city.SaveAsync();

        var rows = (await AskAsync(ByYear())).Rows;

        rows.Select(x => x.EnrolmentCount).ShouldBe([9, 40, 50]);
        rows.Select(x => (x.PersistentlyAbsent.HasCount, x.PersistentlyAbsent.HasPercent)).ShouldBe([(false, false), (false, false), (true, true)]);
    }

    [Fact]
    public async Task ForPublication_TwoOnesOfManyMore_TakeAThirdWithThem()
    {
        MarkMany(1, year: 1);
        MarkMany(1, year: 2);
        MarkMany(40, year: 3);
        MarkMany(50, year: 4);
        await _city.SaveAsync();

        (await AskAsync(ByYear())).Rows.Select(x => x.Suppressed).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public async Task ForPublication_OfOneSchool_ShowsItsGroups()
    {
        MarkMany(20, year: 1, TestCity.School);
        await _city.SaveAsync();

        var request = ByYear();
        (await AskAsync(request)).Rows.ShouldAllBe(x => x.Suppressed);
        request.Filter.SchoolLaestabs.Add($"{TestCity.School}");
        (await AskAsync(request)).Rows.ShouldAllBe(x => x.EnrolmentCount == 20);
    }

    [Fact]
    public async Task ForPublication_APhaseOfOneSchool_IsWithheldWithAnother()
    {
        MarkMany(70, year: 1);
        MarkMany(90, year: 8, school: TestCity.OtherSchool);
        await _city.SaveAsync();

        (await AskAsync(new() { Grouping = SummaryGrouping.Phase, ForPublication = true })).Rows
            .Select(x => (x.Group, x.SchoolCount, x.Suppressed)).ShouldBe([("Primary", 2, true), ("Special", 1, true)]);
        (await AskAsync(new() { ForPublication = true })).Rows[0].EnrolmentCount.ShouldBe(160);
        (await AskAsync(new() { Grouping = SummaryGrouping.School, ForPublication = true })).Rows.ShouldAllBe(x => !x.Suppressed);
    }

    [Fact]
    public async Task ForPublication_InTwoGroupings_NoCellFollowsFromItsLines()
    {
        foreach (var (year, school, count) in new[] { (1, TestCity.School, 2), (1, 8512002, 40), (2, TestCity.School, 50), (2, 8512002, 60), (3, TestCity.School, 70), (3, 8512002, 80) })
            MarkMany(count, year, school);
        await _city.SaveAsync();

        var rows = (await AskAsync(new() { Grouping = SummaryGrouping.YearGroup, SecondGrouping = SummaryGrouping.School, ForPublication = true })).Rows;

        rows.Where(x => x.Suppressed).Select(x => (x.Group, x.SecondGroup)).ShouldBe([("1", "8512001"), ("1", "8512002"), ("2", "8512001"), ("2", "8512002")]);
    }

    [Fact]
    public async Task ForPublication_AnotherBorder_IsASetting()
    {
        await using var hub = await TestHub.StartAsync(options => options.Publication.MostWithheld = 9, new FixedClock(new(2022, 6, 10, 16, 0, 0, TimeSpan.Zero)));
        _city = new TestCity(hub);
        _city.AddSchool(TestCity.School);
        _city.AddSchool(8512002);
        MarkMany(9, year: 1);
        MarkMany(10, year: 2);
        MarkMany(10, year: 1, school: 8512002);
        MarkMany(10, year: 3, school: 8512002);
        await _city.SaveAsync();
        var attendance = new AttendanceService.AttendanceServiceClient(hub.Channel);
        var rows = (await attendance.SummariseAttendanceAsync(new() { Grouping = SummaryGrouping.School, SecondGrouping = SummaryGrouping.YearGroup, ForPublication = true })).Rows;
        rows.Single(x => x is { Group: "8512001", SecondGroup: "1" }).Suppressed.ShouldBeTrue();
    }

    private static SummariseAttendanceRequest ByYear() =>
        new() { Grouping = SummaryGrouping.YearGroup, ForPublication = true, Filter = new() { Phases = { "Primary" } } };

    private void Mark(DateOnly born, DateOnly from, string codes, DateOnly? entry = null) =>
        _city.Mark(_city.Enrol(_city.AddPupil(born: born), entry: entry), from, codes);

    // Half of them at each of two schools, so that no group rests on one.
    private void MarkMany(int count, int year = 1, int? school = null, string codes = "/ /", SenProvision sen = default)
    {
        for (var i = 0; i < count; i++)
        {
            var enrolment = _city.Enrol(_city.AddPupil(), school ?? (i % 2 == 0 ? TestCity.School : 8512002), year: year);
            enrolment.SenProvision = sen;
            _city.Mark(enrolment, TestCity.FirstMonday, codes);
        }
    }

    // A withheld count is nought here.
    private static IEnumerable<(string, string, int)> Shown(IEnumerable<AttendanceSummary> rows) => rows.Select(x => (x.Group, x.SecondGroup, x.EnrolmentCount));

    private async Task<SummariseAttendanceResponse> AskAsync(SummariseAttendanceRequest request) => await _attendance.SummariseAttendanceAsync(request);
}
