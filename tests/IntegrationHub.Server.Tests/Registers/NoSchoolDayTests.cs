using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>Marks on days on which the calendar has no school: they count, and whoever sends them is told.</summary>
public sealed class NoSchoolDayTests : IAsyncLifetime
{
    private RegisterDesk _desk = null!;
    private long _pupil;

    public async Task InitializeAsync()
    {
        _desk = await RegisterDesk.OpenAsync(new(2021, 12, 17, 16, 0, 0, TimeSpan.Zero));
        _pupil = await _desk.EnrolAsync("p1");
        await _desk.Hub.WriteAsync(context => context.AddRange(
            new TermRow
            {
                Authority = TestHub.Authority,
                AcademicYear = 2021,
                Name = "Autumn",
                StartDate = new(2021, 9, 1),
                EndDate = new(2021, 12, 17),
                HalfTermStartDate = new(2021, 10, 25),
                HalfTermEndDate = new(2021, 10, 29),
            },
            new ClosureRow { Authority = TestHub.Authority, Laestab = Laestab, StartDate = new(2021, 9, 14), EndDate = new(2021, 9, 14), Kind = "INSET" },
            new SchoolOpeningRow { Authority = TestHub.Authority, Laestab = Laestab, StartDate = new(2021, 9, 1), Day = 6, EndDate = new(2021, 9, 30) }));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("2021-10-02", "a Saturday after the opening has ended")]
    [InlineData("2021-09-12", "a Sunday")]
    [InlineData("2021-10-27", "half term")]
    [InlineData("2021-09-14", "a training day")]
    public async Task Mark_OnADayWithoutSchool_CountsWithAWarning(string day, string why)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var receipt = await _desk.SendAsync(Register(date, SchoolSession.Am, Mark("p1", "/")));

        receipt.Accepted.Notices.ShouldHaveSingleItem(why).Reason.ShouldBe(Reason.NoSchoolDay);
        (await _desk.CodesAsync(_pupil, date, date)).ShouldBe(["/"]);
    }

    [Theory]
    [InlineData("2021-09-11", "/", "a Saturday that the school keeps")]
    [InlineData("2021-09-13", "O", "a Monday in term")]
    [InlineData("2021-09-14", "#", "the training day, marked as closed")]
    [InlineData("2021-09-12", "-", "a Sunday, not marked")]
    public async Task Mark_ThatTheCalendarExpects_IsTakenWithoutAWord(string day, string code, string why) =>
        (await _desk.SendAsync(Register(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), SchoolSession.Am, Mark("p1", code))))
            .Accepted.Notices.ShouldBeEmpty(why);
}
