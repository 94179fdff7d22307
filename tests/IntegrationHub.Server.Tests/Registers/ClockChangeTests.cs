using System.Globalization;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>
/// The two nights on which London's clocks change: on 29 March 2026 at 01:00 UTC by an hour forward, on 25 October at 01:00 UTC back.
/// "Today" is London's; record times are instants and know no summer.
/// </summary>
public sealed class ClockChangeTests : IAsyncLifetime
{
    private RegisterDesk _desk = null!;
    private long _pupil;

    public async Task InitializeAsync()
    {
        _desk = await RegisterDesk.OpenAsync(DateTimeOffset.UnixEpoch);
        _pupil = await _desk.EnrolAsync("p1");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    // Midnight before the clocks go forward is midnight UTC, and the next one an hour before.
    [InlineData("2026-03-28T23:59:59Z", "2026-03-29", false)]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29", true)]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-30", false)]
    [InlineData("2026-03-29T22:59:59Z", "2026-03-30", false)]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30", true)]
    // Before they go back it is the other way round; the day has 25 hours.
    [InlineData("2026-10-24T22:59:59Z", "2026-10-25", false)]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25", true)]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-26", false)]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-26", false)]
    [InlineData("2026-10-26T00:00:00Z", "2026-10-26", true)]
    public async Task Today_IsLondons(string now, string sessionDate, bool taken)
    {
        _desk.Clock.Now = Instant(now);
        var date = DateOnly.Parse(sessionDate, CultureInfo.InvariantCulture);
        var receipt = await _desk.SendAsync(Register(date, SchoolSession.Am, Mark("p1", "/")));
        receipt.Refused?.Reason.ShouldBe(Reason.DateInFuture);
        (receipt.Accepted is not null).ShouldBe(taken);
    }

    [Theory]
    [InlineData("N", "/")]
    [InlineData("/", "N")]
    public async Task DoubledHour_TheSecondHalfPastOneIsLaterThanTheFirst(string firstHalfPastOne, string secondHalfPastOne)
    {
        var friday = new DateOnly(2026, 10, 23);
        _desk.Clock.Now = Instant("2026-10-25T02:00:00Z");
        // Both read 01:30 on the wall. The one made second is sent first.
        await _desk.SendAsync(Register(friday, SchoolSession.Am, Mark("p1", secondHalfPastOne, Utc("2026-10-25T01:30:00Z"))));
        await _desk.SendAsync(Register(friday, SchoolSession.Am, Mark("p1", firstHalfPastOne, Utc("2026-10-25T00:30:00Z"))));
        (await _desk.CodesAsync(_pupil, friday, friday)).ShouldBe([secondHalfPastOne]);
    }

    [Theory]
    [InlineData("2026-03-29T00:58:00Z", "2026-03-29T01:03:00Z")]
    [InlineData("2026-10-25T00:58:00Z", "2026-10-25T01:03:00Z")]
    public async Task ToleranceAcrossTheChange_IsFiveMinutesAndNoHour(string now, string ahead)
    {
        var friday = DateOnly.FromDateTime(Utc(now)).AddDays(-2);
        _desk.Clock.Now = Instant(now);
        (await NoticesAsync(friday, Utc(ahead))).ShouldBe(0);
        (await NoticesAsync(friday, Utc(ahead).AddSeconds(1))).ShouldBe(1);
        (await NoticesAsync(friday, Utc(now).AddHours(1))).ShouldBe(1);
    }

    private async Task<int> NoticesAsync(DateOnly date, DateTime recordTime) =>
        (await _desk.SendAsync(Register(date, SchoolSession.Am, Mark("p1", "/", recordTime)))).Accepted.Notices.Count;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => Instant(text).UtcDateTime;
}
