using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Registers.V1;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>A MIS that sends the registers of the last eight days again every night, each time as new submissions.</summary>
public sealed class NightlyResendTests : IAsyncLifetime
{
    private const int Pupils = 6;
    private const int Nights = 7;
    private const int DaysSent = 8;

    private static readonly string[] Codes = ["/", "L", "O", "I", "B"];

    private RegisterDesk _desk = null!;
    private readonly List<long> _pupils = [];

    public async Task InitializeAsync()
    {
        _desk = await RegisterDesk.OpenAsync(Midnight(0));
        for (var i = 0; i < Pupils; i++)
            _pupils.Add(await _desk.EnrolAsync($"p{i}"));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AWeekOfNights_ChangesNothingAndDoublesNothing(bool withRecordTimes)
    {
        await SendNightAsync(0, withRecordTimes);
        await _desk.FoldAsync();
        var figures = await FiguresAsync();
        for (var night = 1; night < Nights; night++)
        {
            await SendNightAsync(night, withRecordTimes);
            // Once with the registers merged into the read, once with them folded.
            (await FiguresAsync()).ShouldBe(figures);
            await _desk.FoldAsync();
            (await FiguresAsync()).ShouldBe(figures);
        }

        await using var context = _desk.Hub.Database.CreateReadContext();
        (await context.Journal.CountAsync(x => x.WriterId == "mis")).ShouldBe(Nights * DaysSent * 2);
        (await context.MarkChanges.CountAsync()).ShouldBe(0);
        (await context.HeldMarks.CountAsync()).ShouldBe(0);
        (await context.Strips.CountAsync()).ShouldBe(Pupils);
        (await context.MarkDetails.CountAsync()).ShouldBe(Marks().Count(x => x.Code == "L"));
    }

    [Fact]
    public async Task ACorrectionBetweenTheNights_StandsAndIsKeptOnce()
    {
        await SendNightAsync(0, withRecordTimes: true);
        var day = Monday.AddDays(-1);
        _desk.Clock.Now = Midnight(0).AddHours(1);
        await _desk.SendAsync(Register(day, SchoolSession.Am, Mark("p0", "N", _desk.Clock.Now.UtcDateTime)));
        for (var night = 1; night < Nights; night++)
            await SendNightAsync(night, withRecordTimes: true);
        await _desk.FoldAsync();
        (await _desk.CodesAsync(_pupils[0], day, day))[0].ShouldBe("N");
        await using var context = _desk.Hub.Database.CreateReadContext();
        (await context.MarkChanges.CountAsync()).ShouldBe(1);
    }

    /// <summary>Always the same eight days: what a MIS does over a week of holidays.</summary>
    private async Task SendNightAsync(int night, bool withRecordTimes)
    {
        _desk.Clock.Now = Midnight(night);
        foreach (var register in Marks().GroupBy(x => (x.Date, x.Session)))
        {
            var marks = register.Select(x => MarkOf(x, withRecordTimes)).ToArray();
            var receipt = await _desk.SendAsync(Register(register.Key.Date, register.Key.Session, marks));
            receipt.Accepted.Notices.ShouldBeEmpty();
            receipt.Accepted.Duplicate.ShouldBeFalse();
        }
    }

    private async Task<IReadOnlyList<(AttendanceMeasures Measures, string Sessions)>> FiguresAsync()
    {
        var figures = new List<(AttendanceMeasures, string)>();
        foreach (var pupil in _pupils)
        {
            var answer = await _desk.AttendanceAsync(pupil, Monday.AddDays(-DaysSent), Monday);
            answer.Sessions.Count.ShouldBe(DaysSent * 2);
            figures.Add((answer.Measures, answer.Sessions.ToString()));
        }
        return figures;
    }

    private static IEnumerable<(DateOnly Date, SchoolSession Session, int Pupil, string Code)> Marks() =>
        from day in Enumerable.Range(1, DaysSent)
        from session in (SchoolSession[])[SchoolSession.Am, SchoolSession.Pm]
        from pupil in Enumerable.Range(0, Pupils)
        select (Monday.AddDays(-day), session, pupil, CodeOf((day * 7) + pupil + (int)session, session));

    private static string CodeOf(int number, SchoolSession session) => Codes[number % Codes.Length] switch
    {
        "/" when session == SchoolSession.Pm => "\\",
        var code => code,
    };

    private static RegisterMark MarkOf((DateOnly Date, SchoolSession Session, int Pupil, string Code) mark, bool withRecordTime)
    {
        var made = mark.Date.ToDateTime(new(mark.Session == SchoolSession.Am ? 9 : 13, 5), DateTimeKind.Utc);
        var sent = Mark($"p{mark.Pupil}", mark.Code, withRecordTime ? made : null);
        if (mark.Code == "L")
            sent.MinutesLate = 10;
        return sent;
    }

    private static DateTimeOffset Midnight(int night) => new(Monday.AddDays(night), TimeOnly.MinValue, TimeSpan.Zero);
}
