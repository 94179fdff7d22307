using Grpc.Core;
using IntegrationHub.Contracts.HealthAbsence.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.HealthAbsence;

/// <summary>Illness and medical sessions, by school, year group and week.</summary>
public sealed class HealthSummaryTests : IAsyncLifetime
{
    private TestHub _hub = null!;
    private TestCity _city = null!;
    private HealthAbsenceService.HealthAbsenceServiceClient _health = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: new FixedClock(new(2021, 12, 17, 16, 0, 0, TimeSpan.Zero)));
        _health = new(_hub.Channel);
        _city = new TestCity(_hub);
        _city.AddSchool(TestCity.School);
        _city.AddSchool(TestCity.OtherSchool, "Special");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Total_PoolsIllnessAndMedicalSessions_AndSaysNothingOfOtherReasons()
    {
        _city.Mark(_city.Enrol(_city.AddPupil()), TestCity.FirstMonday, "I I M / O D #");
        _city.Mark(_city.Enrol(_city.AddPupil()), TestCity.FirstMonday, "/ / / /");
        _city.Mark(_city.Enrol(_city.AddPupil(restricted: true)), TestCity.FirstMonday, "M");
        _city.Mark(_city.Enrol(_city.AddPupil(), status: EnrolmentStatus.Guest), TestCity.FirstMonday, "I I");
        _city.Mark(_city.Enrol(_city.AddPupil(), leaving: TestCity.FirstMonday), TestCity.FirstMonday, "/ / I I");
        var total = (await SummariseAsync(new())).Total;
        (total.EnrolmentCount, total.EnrolmentsWithIllness, total.EnrolmentsWithMedical).ShouldBe((4, 1, 2));
        (total.PossibleSessions, total.IllnessSessions, total.MedicalSessions).ShouldBe((12, 2, 2));
        (total.IllnessPercent, total.MedicalPercent, total.Suppressed).ShouldBe((2 / 12.0 * 100, 2 / 12.0 * 100, false));
    }

    [Fact]
    public async Task Rows_AreBySchoolAndYearGroup_WithTheUnknownLast()
    {
        _city.Mark(_city.Enrol(_city.AddPupil(), year: null), TestCity.FirstMonday, "I /");
        _city.Mark(_city.Enrol(_city.AddPupil(), year: 6), TestCity.FirstMonday, "/ /");
        _city.Mark(_city.Enrol(_city.AddPupil(), year: 0), TestCity.FirstMonday, "I M");
        _city.Mark(_city.Enrol(_city.AddPupil(), TestCity.OtherSchool, year: 6), TestCity.FirstMonday, "M /");
        _city.Enrol(_city.AddPupil(), TestCity.OtherSchool, year: 9);
        (await RowsAsync(HealthGrouping.School)).ShouldBe([("8512001", null, 6, 2, 1), ("8514001", null, 2, 0, 1)]);
        (await RowsAsync(HealthGrouping.YearGroup)).ShouldBe([("", 0, 2, 1, 1), ("", 6, 4, 0, 1), ("", null, 2, 1, 0)]);
        (await RowsAsync(HealthGrouping.SchoolAndYearGroup)).ShouldBe(
            [("8512001", 0, 2, 1, 1), ("8512001", 6, 2, 0, 0), ("8512001", null, 2, 1, 0), ("8514001", 6, 2, 0, 1)]);
    }

    [Fact]
    public async Task Weeks_BeginOnMonday_AndThatOfTheFirstOfAugustIsOne()
    {
        // Friday 30 July 2021 and Monday 2 August; the first of August was a Sunday.
        var enrolment = _city.Enrol(_city.AddPupil());
        _city.Mark(enrolment, new(2021, 7, 29), "I / I I I");
        _city.SetMark(enrolment, new(2021, 8, 1), Domain.Attendance.SchoolSession.Am, Domain.Attendance.AttendanceCode.Parse("I"));
        _city.Mark(_city.Enrol(_city.AddPupil(), TestCity.OtherSchool), new(2021, 8, 2), "/ M");
        await _city.SaveAsync();
        var request = new SummariseHealthAbsenceRequest { Window = new() { StartDate = Date(2021, 7, 1) }, Grouping = HealthGrouping.Week };
        var rows = (await _health.SummariseHealthAbsenceAsync(request)).Rows;
        rows.Select(x => (x.WeekStartDate, x.EnrolmentCount, x.PossibleSessions, x.IllnessSessions, x.MedicalSessions)).ShouldBe(
            [(Date(2021, 7, 26), 1, 5, 4, 0), (Date(2021, 8, 2), 2, 3, 1, 1)]);
        request.Grouping = HealthGrouping.SchoolAndWeek;
        (await _health.SummariseHealthAbsenceAsync(request)).Rows.Select(x => (x.SchoolLaestab, x.WeekStartDate)).ShouldBe(
            [("8512001", Date(2021, 7, 26)), ("8512001", Date(2021, 8, 2)), ("8514001", Date(2021, 8, 2))]);
    }

    [Fact]
    public async Task OneSchool_IsSummedAlone()
    {
        _city.Mark(_city.Enrol(_city.AddPupil()), TestCity.FirstMonday, "I I");
        _city.Mark(_city.Enrol(_city.AddPupil(), TestCity.OtherSchool), TestCity.FirstMonday, "I");
        var answer = await SummariseAsync(new() { SchoolLaestab = "8514001" });
        answer.Total.IllnessSessions.ShouldBe(1);
        answer.Freshness.Schools.Select(x => x.SchoolLaestab).ShouldBe(["8514001"]);
    }

    [Fact]
    public async Task Publication_WithholdsFewPupils_AndWhatTheyCouldBeWorkedOutFrom()
    {
        AddIll(TestCity.School, 5);
        AddIll(TestCity.OtherSchool, 6);
        _city.AddSchool(8512009);
        AddIll(8512009, 40);
        AddWell(TestCity.School, 30);
        AddWell(TestCity.OtherSchool, 40);
        AddWell(8512009, 50);
        var answer = await SummariseAsync(new() { Grouping = HealthGrouping.School, ForPublication = true });
        answer.Rows.Select(x => (x.SchoolLaestab, x.HasEnrolmentsWithIllness, x.HasIllnessSessions, x.HasIllnessPercent, x.Suppressed)).ShouldBe(
            [("8512001", false, false, false, true), ("8512009", true, true, true, false), ("8514001", false, false, false, true)]);
        answer.Rows.ShouldAllBe(x => x.HasMedicalSessions && x.MedicalSessions == 0, "nobody is nobody");
        (answer.Total.EnrolmentsWithIllness, answer.Total.Suppressed).ShouldBe((51, false));
        answer.Rows.Select(x => x.EnrolmentCount).ShouldBe([35, 90, 46]);
        (await SummariseAsync(new() { Grouping = HealthGrouping.School })).Rows[0].EnrolmentsWithIllness.ShouldBe(5);
    }

    [Fact]
    public async Task Publication_WithholdsEverythingOfFewEnrolments_AndOfThoseTheyCouldBeWorkedOutFrom()
    {
        AddWell(TestCity.School, 3);
        AddWell(TestCity.OtherSchool, 20);
        _city.AddSchool(8512009);
        AddWell(8512009, 40);
        var answer = await SummariseAsync(new() { Grouping = HealthGrouping.School, ForPublication = true });
        answer.Rows.Select(x => (x.HasEnrolmentCount, x.HasPossibleSessions, x.HasIllnessSessions, x.HasMedicalPercent, x.Suppressed)).ShouldBe(
            [(false, false, false, false, true), (true, true, true, true, false), (false, false, false, false, true)]);
        (answer.Total.EnrolmentCount, answer.Total.PossibleSessions).ShouldBe((63, 126));
    }

    [Fact]
    public async Task Publication_WhereAllButAFewWereIll_WithholdsIllnessAlone()
    {
        AddIll(TestCity.School, 38);
        AddWell(TestCity.School, 2);
        var row = (await SummariseAsync(new() { Grouping = HealthGrouping.School, ForPublication = true })).Rows.ShouldHaveSingleItem();
        (row.EnrolmentCount, row.HasEnrolmentsWithIllness, row.HasIllnessSessions, row.HasIllnessPercent).ShouldBe((40, false, false, false));
        row.MedicalSessions.ShouldBe(0);
    }

    [Fact]
    public async Task Publication_OfAYearGroupOfOneSchool_WithholdsItUnlessTheSchoolIsAskedAbout()
    {
        AddWell(TestCity.School, 30);
        var request = new SummariseHealthAbsenceRequest { Grouping = HealthGrouping.YearGroup, ForPublication = true };
        (await SummariseAsync(request)).Rows.ShouldAllBe(x => !x.HasEnrolmentCount);
        request.SchoolLaestab = $"{TestCity.School}";
        (await _health.SummariseHealthAbsenceAsync(request)).Rows.ShouldAllBe(x => x.EnrolmentCount == 30);
    }

    [Fact]
    public async Task Publication_OfWeeks_WithholdsATotalOfFewPupilsIllInManyWeeks()
    {
        foreach (var _ in Enumerable.Range(0, 4))
            _city.Mark(_city.Enrol(_city.AddPupil()), TestCity.FirstMonday, string.Join(' ', Enumerable.Repeat("I", 40)));
        var answer = await SummariseAsync(new() { Grouping = HealthGrouping.Week, ForPublication = true });
        answer.Rows.ShouldAllBe(x => !x.HasIllnessSessions);
        answer.Total.HasIllnessSessions.ShouldBeFalse();
        answer.Total.HasIllnessPercent.ShouldBeFalse();
    }

    [Fact]
    public async Task UnknownGroupingOrSchool_IsRefused()
    {
        await _health.SummariseHealthAbsenceAsync(new() { Grouping = (HealthGrouping)99 }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await _health.SummariseHealthAbsenceAsync(new() { SchoolLaestab = "8519999" }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.UnknownSchool);
    }

    private void AddIll(int laestab, int pupils)
    {
        foreach (var _ in Enumerable.Range(0, pupils))
            _city.Mark(_city.Enrol(_city.AddPupil(), laestab), TestCity.FirstMonday, "I /");
    }

    private void AddWell(int laestab, int pupils)
    {
        foreach (var _ in Enumerable.Range(0, pupils))
            _city.Mark(_city.Enrol(_city.AddPupil(), laestab), TestCity.FirstMonday, "/ /");
    }

    private async Task<SummariseHealthAbsenceResponse> SummariseAsync(SummariseHealthAbsenceRequest request)
    {
        await _city.SaveAsync();
        return await _health.SummariseHealthAbsenceAsync(request);
    }

    private async Task<IEnumerable<(string, int?, long, long, long)>> RowsAsync(HealthGrouping grouping) =>
        (await SummariseAsync(new() { Grouping = grouping })).Rows.Select(
            x => (x.SchoolLaestab, x.HasYearGroup ? x.YearGroup : (int?)null, x.PossibleSessions, x.IllnessSessions, x.MedicalSessions));

    private static Contracts.Type.V1.Date Date(int year, int month, int day) => Roll.RollBuilder.Date(new(year, month, day));
}
