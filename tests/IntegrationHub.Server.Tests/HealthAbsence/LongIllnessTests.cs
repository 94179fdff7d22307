using Grpc.Core;
using IntegrationHub.Contracts.HealthAbsence.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.HealthAbsence;

/// <summary>Children who have been ill for long.</summary>
public sealed class LongIllnessTests : IAsyncLifetime
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

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task FifteenSchoolDays_AreListed_AndAMorningLessIsNot(int sessions, bool listed)
    {
        var enrolment = _city.Enrol(_city.AddPupil());
        _city.Mark(enrolment, TestCity.FirstMonday, Ill(sessions) + (sessions % 2 == 0 ? "" : " /"));
        (await ListAsync()).Illnesses.Count.ShouldBe(listed ? 1 : 0);
    }

    [Fact]
    public async Task Illness_ShowsItsSpells_TheLongestAndTheLatest()
    {
        var pupil = _city.AddPupil(upn: "A851200119001");
        var enrolment = _city.Enrol(pupil);
        // Six days to Monday 13 September, a day at school, a morning ill, nine days from Thursday the 16th over a weekend, one day at school, two days.
        _city.Mark(enrolment, TestCity.FirstMonday, $"{Ill(12)} / / I / {Ill(18)} / / {Ill(4)}");
        var illness = (await ListAsync()).Illnesses.ShouldHaveSingleItem();
        (illness.PupilId, illness.SchoolLaestab, illness.MisPupilId, illness.Upn, illness.YearGroup)
            .ShouldBe((pupil.PupilId, "8512001", $"m{pupil.PupilId}", "A851200119001", 6));
        (illness.SchoolDays, illness.Sessions, illness.SpellCount).ShouldBe((17, 35, 3));
        illness.LongestSpell.ShouldBe(Spell(new(2021, 9, 16), new(2021, 9, 28), 9, open: false));
        illness.LatestSpell.ShouldBe(Spell(new(2021, 9, 30), new(2021, 10, 1), 2, open: true));
    }

    [Fact]
    public async Task Spell_GoesOnOverDaysWithoutAPossibleSession()
    {
        // Closed days, code D and half term: none of them is a day on which the child could have come.
        _city.Mark(_city.Enrol(_city.AddPupil()), new(2021, 10, 11), $"{Ill(10)} # # D X {Ill(4)} {new string('-', 14).Replace("-", "- ", StringComparison.Ordinal)}{Ill(18)}");
        var illness = (await ListAsync()).Illnesses.ShouldHaveSingleItem();
        (illness.SpellCount, illness.LongestSpell.SchoolDays, illness.LongestSpell.Open).ShouldBe((1, 16, true));
    }

    [Fact]
    public async Task HalfDays_AddUpToDays_AndMakeNoSpell()
    {
        _city.Mark(_city.Enrol(_city.AddPupil()), TestCity.FirstMonday, string.Join(' ', Enumerable.Repeat("I /", 30)));
        var illness = (await ListAsync()).Illnesses.ShouldHaveSingleItem();
        (illness.SchoolDays, illness.Sessions, illness.SpellCount, illness.LongestSpell, illness.LatestSpell).ShouldBe((0, 30, 0, null, null));
    }

    [Fact]
    public async Task TwoSchools_AreMergedForTheChild_AndToldUnderTheMainOne()
    {
        var pupil = _city.AddPupil();
        _city.Mark(_city.Enrol(pupil), TestCity.FirstMonday, $"{Ill(16)} {string.Join(' ', Enumerable.Repeat("D", 14))}");
        _city.Mark(
            _city.Enrol(pupil, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary), TestCity.FirstMonday,
            $"{string.Join(' ', Enumerable.Repeat("D", 16))} {Ill(14)}");
        var illness = (await ListAsync()).Illnesses.ShouldHaveSingleItem();
        (illness.SchoolLaestab, illness.SchoolDays, illness.SpellCount).ShouldBe(("8512001", 15, 1));
        (await ListAsync(new() { SchoolLaestab = "8514001" })).Illnesses.ShouldBeEmpty();
    }

    [Fact]
    public async Task RestrictedChildren_AreCounted_AndGuestsAndThoseWhoLeftAreNot()
    {
        _city.Mark(_city.Enrol(_city.AddPupil(restricted: true)), TestCity.FirstMonday, Ill(30));
        _city.Mark(_city.Enrol(_city.AddPupil(), status: EnrolmentStatus.Guest), TestCity.FirstMonday, Ill(30));
        _city.Mark(_city.Enrol(_city.AddPupil(), leaving: new(2021, 12, 16)), TestCity.FirstMonday, Ill(30));
        var answer = await ListAsync();
        answer.Illnesses.ShouldBeEmpty();
        answer.RestrictedChildCount.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_Together_HaveEachChildOnce()
    {
        foreach (var school in (int[])[TestCity.School, TestCity.OtherSchool, TestCity.School])
            _city.Mark(_city.Enrol(_city.AddPupil(), school), TestCity.FirstMonday, Ill(4));
        var request = new ListLongIllnessesRequest { MinSchoolDays = 2, PageSize = 2 };
        var first = await ListAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await ListAsync(request);
        first.Illnesses.Concat(second.Illnesses).Select(x => x.SchoolLaestab).ShouldBe(["8512001", "8512001", "8514001"]);
        (first.Illnesses.Count, second.NextPageToken).ShouldBe((2, ""));
    }

    [Fact]
    public async Task UnknownSchoolTomorrowOrNegativeDays_AreRefused()
    {
        await _health.ListLongIllnessesAsync(new() { SchoolLaestab = "8519999" }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.UnknownSchool);
        await _health.ListLongIllnessesAsync(new() { AsOfDate = Roll.RollBuilder.Date(new(2021, 12, 18)) })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.DateInFuture);
        await _health.ListLongIllnessesAsync(new() { MinSchoolDays = -1 }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
    }

    private async Task<ListLongIllnessesResponse> ListAsync(ListLongIllnessesRequest? request = null)
    {
        await _city.SaveAsync();
        return await _health.ListLongIllnessesAsync(request ?? new());
    }

    private static string Ill(int sessions) => string.Join(' ', Enumerable.Repeat("I", sessions));

    private static IllnessSpell Spell(DateOnly first, DateOnly last, int days, bool open) => new()
    {
        FirstDate = Roll.RollBuilder.Date(first),
        LastDate = Roll.RollBuilder.Date(last),
        SchoolDays = days,
        Open = open,
    };
}
