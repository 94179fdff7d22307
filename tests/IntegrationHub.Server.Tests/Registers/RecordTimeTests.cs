using IntegrationHub.Domain;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>Of several marks the latest made counts, as far as the clocks of schools can be believed.</summary>
public sealed class RecordTimeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Nine = new(Monday, new(9, 0), TimeSpan.Zero);

    private RegisterDesk _desk = null!;
    private long _pupil;

    public async Task InitializeAsync()
    {
        _desk = await RegisterDesk.OpenAsync(Nine);
        _pupil = await _desk.EnrolAsync("p1");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task LaterMark_SentFirst_Stands()
    {
        await SendAsync("N", Nine);
        await SendAsync("/", Nine.AddMinutes(-10));
        await ShouldStandAsync("N");
    }

    [Fact]
    public async Task WithoutARecordTime_CountsAsMadeWhenReceived()
    {
        await SendAsync("/", null);
        await SendAsync("N", Nine.AddSeconds(-1));
        await ShouldStandAsync("/");
        _desk.Clock.Now = Nine.AddMinutes(1);
        await SendAsync("N", null);
        await ShouldStandAsync("N");
    }

    [Fact]
    public async Task SameTime_TheLaterAcceptedStands()
    {
        await SendAsync("/", Nine);
        await SendAsync("N", Nine);
        await ShouldStandAsync("N");
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, Reason.RecordTimeOutOfBounds)]
    public async Task ClockAhead_IsBelievedForFiveMinutes(int seconds, string? warning)
    {
        (await SendAsync("N", Nine.AddSeconds(seconds))).ShouldBe(warning);
        _desk.Clock.Now = Nine.AddSeconds(60);
        await SendAsync("/", Nine.AddSeconds(60));
        // A time that is believed wins over the later mark; one that is not counts as nine o'clock.
        await ShouldStandAsync(warning is null ? "N" : "/");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, Reason.RecordTimeOutOfBounds)]
    public async Task ClockBehind_IsBelievedForAYearBeforeTheSession(int seconds, string? warning)
    {
        await SendAsync("/", Nine.AddMinutes(-10));
        var yearBefore = new DateTimeOffset(Monday.AddDays(-366), TimeOnly.MinValue, TimeSpan.Zero);
        (await SendAsync("N", yearBefore.AddSeconds(seconds))).ShouldBe(warning);
        // A mark made a year ahead loses against the one made in class; a clock that nobody has set does not make it lose.
        await ShouldStandAsync(warning is null ? "/" : "N");
    }

    [Fact]
    public async Task LeaveGrantedWeeksBefore_IsNoWrongClock()
    {
        (await SendAsync("C", Nine.AddDays(-30))).ShouldBeNull();
        await SendAsync("/", Nine);
        await ShouldStandAsync("/");
    }

    [Fact]
    public async Task CorrectionYearsLater_Counts()
    {
        await SendAsync("N", Nine);
        _desk.Clock.Now = Nine.AddYears(3);
        (await SendAsync("O", Nine.AddYears(3))).ShouldBeNull();
        await ShouldStandAsync("O");
    }

    private async Task<string?> SendAsync(string code, DateTimeOffset? recordTime)
    {
        var receipt = await _desk.SendAsync(Register(Mark("p1", code, recordTime?.UtcDateTime)));
        return receipt.Accepted.Notices.SingleOrDefault()?.Reason;
    }

    /// <summary>Before the registers are folded and after.</summary>
    private async Task ShouldStandAsync(string code)
    {
        (await _desk.CodesAsync(_pupil, Monday, Monday)).ShouldBe([code]);
        await _desk.FoldAsync();
        (await _desk.CodesAsync(_pupil, Monday, Monday)).ShouldBe([code]);
    }
}
