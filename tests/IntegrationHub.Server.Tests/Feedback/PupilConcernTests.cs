using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>The pupils whom a school is told to look at.</summary>
public sealed class PupilConcernTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync() => _town = await FeedbackTown.OpenAsync(TestCity.EndOfTerm);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Theory]
    [InlineData(ConcernKind.Persistent, 90, 10, true)]
    [InlineData(ConcernKind.Persistent, 91, 10, false)]
    [InlineData(ConcernKind.Persistent, 89, 10, true)]
    [InlineData(ConcernKind.NinetyOrBelow, 90, 10, true)]
    [InlineData(ConcernKind.NinetyOrBelow, 91, 10, false)]
    [InlineData(ConcernKind.Severe, 10, 10, true)]
    [InlineData(ConcernKind.Severe, 11, 10, false)]
    [InlineData(ConcernKind.FiftyOrBelow, 10, 10, true)]
    [InlineData(ConcernKind.FiftyOrBelow, 11, 10, false)]
    [InlineData(ConcernKind.Persistent, 0, 1, true)]
    [InlineData(ConcernKind.Persistent, 0, 0, false)]
    public async Task Pupil_AtTheEdge_IsListedFromItOn(ConcernKind kind, int present, int absent, bool listed)
    {
        var enrolment = _town.City.Enrol(_town.City.AddPupil());
        if (present + absent > 0)
            _town.City.Attend(enrolment, present, absent);
        _town.City.Mark(enrolment, new(2021, 12, 16), "D D");
        var answer = await ListAsync(new() { Kind = kind, AsOfDate = FeedbackTown.Date(2021, 12, 17) });
        answer.Concerns.Count.ShouldBe(listed ? 1 : 0);
    }

    [Fact]
    public async Task Concern_NamesThePupilByNumbersAndShowsTheFigures()
    {
        var pupil = _town.City.AddPupil("Okafor", "Ada", upn: "A851200119001");
        _town.City.Mark(_town.City.Enrol(pupil), TestCity.FirstMonday, "/ / I O");
        var answer = await ListAsync(new() { Kind = ConcernKind.Severe });
        var concern = answer.Concerns.ShouldHaveSingleItem();
        (concern.SchoolLaestab, concern.Pupil.PupilId, concern.Pupil.MisPupilId, concern.Pupil.Upn, concern.Pupil.YearGroup)
            .ShouldBe(("8512001", pupil.PupilId, $"m{pupil.PupilId}", "A851200119001", 6));
        (concern.Measures.PossibleSessions, concern.Measures.AttendedSessions, concern.Measures.AuthorisedAbsenceSessions).ShouldBe((4, 2, 1));
        concern.CompulsorySchoolAge.ShouldBeTrue();
        answer.ToString().ShouldNotContain("Okafor");
        answer.ToString().ShouldNotContain("Ada");
    }

    [Fact]
    public async Task RestrictedChildren_AreCountedAndNotListed()
    {
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil(restricted: true)), 0, 4);
        _town.City.Attend(_town.City.Enrol(_town.AddProtectedBySource()), 0, 4);
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil(restricted: true)), 4, 0);
        var answer = await ListAsync(new() { Kind = ConcernKind.Severe });
        answer.Concerns.ShouldBeEmpty();
        answer.Schools[0].RestrictedChildCount.ShouldBe(2, "the third had no reason to be on the list");
    }

    [Fact]
    public async Task GuestsAndPupilsWhoLeft_AreNotListed_AndTheLastDayIsStillOnTheRoll()
    {
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil(), status: EnrolmentStatus.Guest), 0, 4);
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil(), leaving: new(2021, 12, 16)), 0, 4);
        var leaving = _town.City.AddPupil();
        _town.City.Attend(_town.City.Enrol(leaving, leaving: new(2021, 12, 17)), 0, 4);
        (await ListAsync(new() { Kind = ConcernKind.Severe })).Concerns.Select(x => x.Pupil.PupilId).ShouldBe([leaving.PupilId]);
    }

    [Fact]
    public async Task HalfTermlyList_IsAsOfTheLastHalfTermThatEnded_AndSaysSo()
    {
        _town.SetClock(new(2021, 11, 10));
        var then = _town.City.AddPupil();
        _town.City.Mark(_town.City.Enrol(then), new(2021, 10, 21), "O O / /");
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil()), new(2021, 11, 1), "O O O O");
        var answer = await ListAsync(new() { Kind = ConcernKind.NinetyOrBelow });
        answer.Concerns.Select(x => x.Pupil.PupilId).ShouldBe([then.PupilId]);
        var school = answer.Schools[0];
        (school.State, school.PeriodName).ShouldBe((FeedbackState.Listed, "Autumn 2021, first half"));
        (school.Window.StartDate, school.Window.EndDate).ShouldBe((FeedbackTown.Date(2021, 8, 1), FeedbackTown.Date(2021, 10, 22)));
    }

    [Theory]
    [InlineData(ConcernKind.NinetyOrBelow, "2021-10-23", "Autumn 2021, first half")]
    [InlineData(ConcernKind.NinetyOrBelow, "2021-12-17", "Autumn 2021, first half")]
    [InlineData(ConcernKind.NinetyOrBelow, "2021-12-18", "Autumn 2021, second half")]
    [InlineData(ConcernKind.FiftyOrBelow, "2021-12-18", "Autumn 2021")]
    [InlineData(ConcernKind.FiftyOrBelow, "2022-02-21", "Autumn 2021")]
    [InlineData(ConcernKind.FiftyOrBelow, "2022-07-31", "Summer 2022")]
    public async Task Lists_OnADay_AreOfThePeriodBefore(ConcernKind kind, string today, string period)
    {
        _town.SetClock(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        (await ListAsync(new() { Kind = kind })).Schools[0].PeriodName.ShouldBe(period);
    }

    [Theory]
    // No period has ended yet; and the calendar on file ends with July, so that August's last term would be a guess for ever after.
    [InlineData(ConcernKind.NinetyOrBelow, "2021-10-22")]
    [InlineData(ConcernKind.FiftyOrBelow, "2021-12-17")]
    [InlineData(ConcernKind.FiftyOrBelow, "2022-09-12")]
    public async Task Lists_WithoutAPeriod_AreNotKnown(ConcernKind kind, string today)
    {
        _town.SetClock(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil()), 0, 10);
        var answer = await ListAsync(new() { Kind = kind });
        answer.Concerns.ShouldBeEmpty();
        answer.Schools.Select(x => x.State).ShouldAllBe(x => x == FeedbackState.CalendarNotKnown);
        answer.Schools[0].Window.ShouldBeNull();
    }

    [Fact]
    public async Task SchoolWithItsOwnTerms_IsJudgedByThem()
    {
        _town.AddTerm("Autumn at the special school", new(2021, 9, 6), new(2021, 12, 10), laestab: FeedbackTown.OtherSchool);
        _town.SetClock(new(2021, 12, 13));
        var answer = await ListAsync(new() { Kind = ConcernKind.FiftyOrBelow });
        answer.Schools.Select(x => x.State).ShouldBe([FeedbackState.CalendarNotKnown, FeedbackState.Listed]);
        answer.Schools[1].PeriodName.ShouldBe("Autumn at the special school");
    }

    [Fact]
    public async Task LeastPossibleSessions_LeaveOutTheFirstWeek()
    {
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil()), 8, 1);
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil()), 9, 1);
        (await ListAsync(new() { Kind = ConcernKind.Persistent, MinPossibleSessions = 10 })).Concerns.Count.ShouldBe(1);
        (await ListAsync(new() { Kind = ConcernKind.Persistent })).Concerns.Count.ShouldBe(2);
    }

    private async Task<ListPupilConcernsResponse> ListAsync(ListPupilConcernsRequest request)
    {
        await _town.City.SaveAsync();
        return await _town.Feedback.ListPupilConcernsAsync(request);
    }
}
