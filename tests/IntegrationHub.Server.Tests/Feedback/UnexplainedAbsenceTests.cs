using System.Globalization;
using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Storage.Model;
using SchoolSession = IntegrationHub.Contracts.Registers.V1.SchoolSession;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>Absences whose reason should be known by now.</summary>
public sealed class UnexplainedAbsenceTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync() => _town = await FeedbackTown.OpenAsync(new(2022, 7, 22));

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Theory]
    // Monday's fifth school day is the Monday after.
    [InlineData("2021-09-06", "2021-09-13", null)]
    [InlineData("2021-09-06", "2021-09-14", 1)]
    [InlineData("2021-09-06", "2021-09-20", 5)]
    // Friday's is the Friday after, and on the weekend that follows the time is over by no school day yet.
    [InlineData("2021-09-10", "2021-09-17", null)]
    [InlineData("2021-09-10", "2021-09-18", 0)]
    [InlineData("2021-09-10", "2021-09-20", 1)]
    // Half term, from 25 to 29 October, takes no time away; nor does Christmas.
    [InlineData("2021-10-21", "2021-11-04", null)]
    [InlineData("2021-10-21", "2021-11-05", 1)]
    [InlineData("2021-10-21", "2021-10-29", null)]
    [InlineData("2021-12-15", "2022-01-06", null)]
    [InlineData("2021-12-15", "2022-01-07", 1)]
    // The day closed for training, Tuesday 28 September, is none of the five.
    [InlineData("2021-09-24", "2021-10-04", null)]
    [InlineData("2021-09-24", "2021-10-05", 1)]
    public async Task NoReason_IsListedFromTheDayAfterTheFifthSchoolDay(string missed, string asOf, int? schoolDaysOver)
    {
        _town.AddClosure(new(2021, 9, 28));
        _town.City.SetMark(_town.City.Enrol(_town.City.AddPupil()), Day(missed), Domain.Attendance.SchoolSession.Pm, AttendanceCode.Parse("N"));
        var answer = await ListAsync(Day(asOf));
        answer.Schools[0].State.ShouldBe(FeedbackState.Listed);
        answer.Absences.Select(x => (int?)x.SchoolDaysOver).ShouldBe(schoolDaysOver is null ? [] : [schoolDaysOver]);
    }

    [Fact]
    public async Task Absence_SaysWhoseItIsAndWhenItWasDue()
    {
        var pupil = _town.City.AddPupil(upn: "A851200119001");
        _town.City.Mark(_town.City.Enrol(pupil, leaving: new(2021, 9, 30)), TestCity.FirstMonday, "/ N O");
        var absence = (await ListAsync(new(2021, 12, 17))).Absences.ShouldHaveSingleItem();
        (absence.SchoolLaestab, absence.Pupil.MisPupilId, absence.Pupil.Upn).ShouldBe(("8512001", $"m{pupil.PupilId}", "A851200119001"));
        (absence.SessionDate, absence.Session).ShouldBe((FeedbackTown.Date(2021, 9, 6), SchoolSession.Pm));
        (absence.DueDate, absence.LeavingDate).ShouldBe((FeedbackTown.Date(2021, 9, 13), FeedbackTown.Date(2021, 9, 30)));
    }

    [Fact]
    public async Task Absences_AreOldestFirst_GuestsCountNowhere_AndRestrictedChildrenOnceEach()
    {
        var (one, other) = (_town.City.AddPupil(), _town.City.AddPupil());
        _town.City.Mark(_town.City.Enrol(one), new(2021, 9, 8), "N N");
        _town.City.Mark(_town.City.Enrol(other), new(2021, 9, 7), "N");
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil(), status: EnrolmentStatus.Guest), new(2021, 9, 7), "N");
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil(restricted: true)), new(2021, 9, 7), "N N N");
        var answer = await ListAsync(new(2021, 12, 17));
        answer.Absences.Select(x => x.Pupil.PupilId).ShouldBe([other.PupilId, one.PupilId, one.PupilId]);
        (answer.Schools[0].EntryCount, answer.Schools[0].RestrictedChildCount).ShouldBe((3, 1));
    }

    [Fact]
    public async Task LastYears_AreStillOwed()
    {
        _town.AddTerm("Autumn 2022", new(2022, 9, 5), new(2022, 12, 16));
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil()), new(2022, 7, 20), "N");
        _town.SetClock(new(2022, 9, 8));
        // 21 and 22 July, then 5, 6 and 7 September.
        (await ListAsync(new(2022, 9, 7))).Absences.ShouldBeEmpty();
        (await ListAsync(new(2022, 9, 8))).Absences.ShouldHaveSingleItem().SchoolDaysOver.ShouldBe(1);
    }

    [Fact]
    public async Task DaysClosedInTheRegisters_AreNotCounted()
    {
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil()), TestCity.FirstMonday, "N / # # / /");
        (await ListAsync(new(2021, 9, 14))).Absences.ShouldBeEmpty();
        (await ListAsync(new(2021, 9, 15))).Absences.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task WithoutACalendar_DaysAreThoseOfTheRegisters()
    {
        await using var town = await FeedbackTown.OpenAsync(new(2021, 9, 30), calendar: false);
        town.City.Mark(town.City.Enrol(town.City.AddPupil()), TestCity.FirstMonday, "N / / / / / / / / / / / / /");
        await town.City.SaveAsync();
        // 6 September was missed; 7, 8, 9, 10 and 13 are the five, and 14 is marked too.
        var inTime = await town.Feedback.ListUnexplainedAbsencesAsync(new() { AsOfDate = FeedbackTown.Date(2021, 9, 13) });
        inTime.Absences.ShouldBeEmpty();
        var late = await town.Feedback.ListUnexplainedAbsencesAsync(new() { AsOfDate = FeedbackTown.Date(2021, 9, 14) });
        late.Absences.ShouldHaveSingleItem().SchoolDaysOver.ShouldBe(1);
        late.Schools[0].State.ShouldBe(FeedbackState.DaysFromRegisters);
    }

    [Theory]
    [InlineData("I", false)]
    [InlineData("O", false)]
    [InlineData("N", false)]
    [InlineData("", true)]
    public async Task Mark_MendedOrWithdrawn_IsOwedNoMore(string code, bool withdrawn)
    {
        await _town.AddUrnAsync();
        await _town.Hub.AddPupilAsync(FeedbackTown.School, null, "p1");
        await _town.RegisterAsync(TestCity.FirstMonday, SchoolSession.Am, RegisterBuilder.Mark("p1", "N"));
        (await ListAsync(new(2021, 9, 14))).Absences.ShouldHaveSingleItem();
        var mark = RegisterBuilder.Mark("p1", code);
        mark.Withdrawn = withdrawn;
        await _town.RegisterAsync(TestCity.FirstMonday, SchoolSession.Am, mark);
        (await ListAsync(new(2021, 9, 14))).Absences.Count.ShouldBe(code == "N" ? 1 : 0);
    }

    private async Task<ListUnexplainedAbsencesResponse> ListAsync(DateOnly asOf)
    {
        await _town.City.SaveAsync();
        return await _town.Feedback.ListUnexplainedAbsencesAsync(new() { AsOfDate = Roll.RollBuilder.Date(asOf) });
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
