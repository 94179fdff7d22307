using System.Globalization;
using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Storage.Model;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>Registers that should be there and are not, and pupils whom those that are leave out.</summary>
public sealed class MissingRegisterTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync()
    {
        _town = await FeedbackTown.OpenAsync(Monday);
        await _town.AddUrnAsync();
        await _town.Hub.AddPupilAsync(FeedbackTown.School, null, "p1");
        await _town.Hub.AddPupilAsync(FeedbackTown.School, null, "p2");
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Theory]
    // Half past ten in summer is 09:30 UTC, in winter 10:30; half past two 13:30 and 14:30.
    [InlineData("2021-09-13T09:29:59Z")]
    [InlineData("2021-09-13T09:30:00Z", SchoolSession.Am)]
    [InlineData("2021-09-13T13:29:59Z", SchoolSession.Am)]
    [InlineData("2021-09-13T13:30:00Z", SchoolSession.Am, SchoolSession.Pm)]
    [InlineData("2021-11-15T10:29:59Z")]
    [InlineData("2021-11-15T10:30:00Z", SchoolSession.Am)]
    [InlineData("2021-11-15T14:30:00Z", SchoolSession.Am, SchoolSession.Pm)]
    // The Sundays on which the clocks change, at a school that keeps Sundays: forward on 27 March, back on 31 October.
    [InlineData("2022-03-27T09:29:59Z")]
    [InlineData("2022-03-27T09:30:00Z", SchoolSession.Am)]
    [InlineData("2022-03-27T13:30:00Z", SchoolSession.Am, SchoolSession.Pm)]
    [InlineData("2021-10-31T10:29:59Z")]
    [InlineData("2021-10-31T10:30:00Z", SchoolSession.Am)]
    [InlineData("2021-10-31T14:30:00Z", SchoolSession.Am, SchoolSession.Pm)]
    public async Task Registers_AreMissedFromTheStrokeOfTheirTimeOn(string now, params SchoolSession[] due)
    {
        _town.City.Add(new SchoolOpeningRow
        {
            Authority = TestHub.Authority,
            Laestab = 0,
            StartDate = new(2021, 9, 6),
            EndDate = new(2022, 7, 22),
            Day = (short)DayOfWeek.Sunday,
        });
        _town.Clock.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        var answer = await ListAsync();
        answer.DueSessions.ShouldBe(due);
        answer.Missing.Where(x => x.SchoolLaestab == "8512001").Select(x => (x.Session, x.Kind)).ShouldBe(due.Select(x => (x, MissingKind.NotReceived)));
        answer.Schools[0].State.ShouldBe(due.Length == 0 ? FeedbackState.NotDueYet : FeedbackState.Listed);
    }

    [Fact]
    public async Task TimesOfItsOwn_AreFollowed()
    {
        await using var town = await FeedbackTown.OpenAsync(
            Monday, new(8, 0), configure: x => (x.Feedback.MorningDue, x.Feedback.AfternoonDue) = (new(9, 0), new(13, 0)));
        (await town.Feedback.ListMissingRegistersAsync(new())).DueSessions.ShouldBe([SchoolSession.Am]);
    }

    [Fact]
    public async Task EarlierDay_HasBothSessionsDue()
    {
        _town.SetClock(Monday.AddDays(1), new(7, 0));
        var answer = await ListAsync(Monday);
        answer.DueSessions.ShouldBe([SchoolSession.Am, SchoolSession.Pm]);
        answer.Missing.Count(x => x.SchoolLaestab == "8512001").ShouldBe(2);
    }

    [Fact]
    public async Task PupilLeftOut_IsNamed_AndTheRegisterIsNotMissing()
    {
        await _town.RegisterAsync(Monday, SchoolSession.Am, Mark("p1", "/"), Mark("p2", "-"));
        await _town.RegisterAsync(Monday, SchoolSession.Pm, Mark("p1", "/"), Mark("p2", "O"));
        var missing = (await ListAsync(school: true)).Missing.ShouldHaveSingleItem();
        (missing.Kind, missing.Session, missing.Pupil.MisPupilId, missing.UnmarkedPupilCount)
            .ShouldBe((MissingKind.PupilNotMarked, SchoolSession.Am, "p2", 1));
        missing.SessionDate.ShouldBe(FeedbackTown.Date(2021, 9, 13));
    }

    [Fact]
    public async Task WithdrawnMark_IsMissed()
    {
        await _town.RegisterAsync(Monday, SchoolSession.Am, Mark("p1", "/"), Mark("p2", "/"));
        await _town.RegisterAsync(Monday, SchoolSession.Pm, Mark("p1", "/"), Mark("p2", "/"));
        (await ListAsync(school: true)).Missing.ShouldBeEmpty();
        var withdrawal = Mark("p2", "");
        withdrawal.Withdrawn = true;
        await _town.RegisterAsync(Monday, SchoolSession.Am, withdrawal);
        (await ListAsync(school: true)).Missing.ShouldHaveSingleItem().Pupil.MisPupilId.ShouldBe("p2");
    }

    [Fact]
    public async Task BlankRegister_IsThereAndMarksNobody()
    {
        await _town.RegisterAsync(Monday, SchoolSession.Am, Mark("p1", "-"), Mark("p2", "-"));
        var missing = (await ListAsync(school: true)).Missing;
        missing.Select(x => (x.Session, x.Kind, x.UnmarkedPupilCount))
            .ShouldBe([(SchoolSession.Am, MissingKind.NobodyMarked, 2), (SchoolSession.Pm, MissingKind.NotReceived, 2)]);
    }

    [Fact]
    public async Task GuestsLeaversAndNewcomers_AreNotMissed_AndRestrictedChildrenAreCounted()
    {
        await _town.Hub.AddPupilAsync(FeedbackTown.School, null, "left", leaving: Monday.AddDays(-1));
        await _town.Hub.AddPupilAsync(FeedbackTown.School, null, "new", entry: Monday.AddDays(1));
        _town.City.Enrol(_town.City.AddPupil(), status: EnrolmentStatus.Guest);
        _town.City.Enrol(_town.City.AddPupil(restricted: true));
        await _town.City.SaveAsync();
        await _town.RegisterAsync(Monday, SchoolSession.Am, Mark("p1", "/"));
        await _town.RegisterAsync(Monday, SchoolSession.Pm, Mark("p1", "/"), Mark("p2", "/"));
        var answer = await ListAsync(school: true);
        answer.Missing.Select(x => (x.Pupil.MisPupilId, x.UnmarkedPupilCount)).ShouldBe([("p2", 2)]);
        answer.Schools[0].RestrictedChildCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("2021-09-11")]
    [InlineData("2021-10-27")]
    [InlineData("2021-08-20")]
    [InlineData("2021-09-10")]
    public async Task DayWithoutSchool_LacksNothing(string day)
    {
        _town.AddClosure(new(2021, 9, 10));
        _town.SetClock(new(2021, 12, 17));
        var answer = await ListAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        answer.Missing.ShouldBeEmpty();
        answer.Schools.Select(x => x.State).ShouldAllBe(x => x == FeedbackState.NoSchool);
    }

    [Fact]
    public async Task DayThatItsRegisterCloses_LacksNothing()
    {
        await _town.RegisterAsync(Monday, SchoolSession.Am, Mark("p1", "#"), Mark("p2", "#"));
        var answer = await ListAsync(school: true);
        answer.Missing.ShouldBeEmpty();
        answer.Schools[0].State.ShouldBe(FeedbackState.NoSchool);
    }

    [Fact]
    public async Task YearThatTheCalendarDoesNotKnow_IsNotKnown()
    {
        _town.SetClock(new(2022, 9, 12));
        var answer = await ListAsync();
        answer.Missing.ShouldBeEmpty();
        answer.Schools.Select(x => x.State).ShouldAllBe(x => x == FeedbackState.CalendarNotKnown);
    }

    private async Task<ListMissingRegistersResponse> ListAsync(DateOnly? date = null, bool school = false)
    {
        await _town.City.SaveAsync();
        return await _town.Feedback.ListMissingRegistersAsync(new()
        {
            AsOfDate = date is { } day ? Roll.RollBuilder.Date(day) : null,
            SchoolLaestab = school ? "8512001" : "",
        });
    }
}
