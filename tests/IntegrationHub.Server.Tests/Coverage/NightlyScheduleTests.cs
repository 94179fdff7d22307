using IntegrationHub.Server.Coverage;
using Quartz;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>When the nightly run fires, through the nights on which British clocks are changed.</summary>
public sealed class NightlyScheduleTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("0 30 2 * * ?", "2026-03-28T02:30Z 2026-03-29T01:30Z 2026-03-30T01:30Z")]
    [InlineData("0 30 1 * * ?", "2026-03-28T01:30Z 2026-03-29T01:00Z 2026-03-30T00:30Z")]
    public void Spring_TheSkippedHour_FiresWhenTheClockHasMoved(string schedule, string expected) =>
        Fires(schedule, "2026-03-28T00:00Z", 3).ShouldBe(Times(expected));

    [Theory]
    [InlineData("0 30 2 * * ?", "2026-10-24T01:30Z 2026-10-25T02:30Z 2026-10-26T02:30Z")]
    [InlineData("0 30 1 * * ?", "2026-10-24T00:30Z 2026-10-25T00:30Z 2026-10-26T01:30Z")]
    public void Autumn_TheRepeatedHour_FiresOnceTheFirstTime(string schedule, string expected) =>
        Fires(schedule, "2026-10-24T00:00Z", 3).ShouldBe(Times(expected));

    [Fact]
    public void Trigger_ThatSleptThroughTheNight_FiresOnceOnWaking() =>
        ((ICronTrigger)NightlySchedule.Trigger(Options("0 30 2 * * ?"), London, DateTimeOffset.UnixEpoch)).MisfireInstruction.ShouldBe(CronTriggerMisfireInstruction.FireAndProceed);

    [Theory]
    [InlineData("2026-11-20T02:31Z", "2026-11-21T02:29Z", false)]
    [InlineData("2026-11-20T02:31Z", "2026-11-21T02:30Z", true)]
    [InlineData("2026-11-10T09:00Z", "2026-11-21T09:00Z", true)]
    public void FiredBetween_TellsAMissedNight(string lastRun, string now, bool missed) =>
        NightlySchedule.FiredBetween(Options("0 30 2 * * ?"), London, Times(lastRun)[0], Times(now)[0]).ShouldBe(missed);

    private static List<DateTimeOffset> Fires(string schedule, string after, int count)
    {
        var time = Times(after)[0];
        var trigger = NightlySchedule.Trigger(Options(schedule), London, time);
        var fires = new List<DateTimeOffset>();
        while (fires.Count < count)
            fires.Add(time = trigger.GetFireTimeAfter(time)!.Value);
        return fires;
    }

    private static ReconciliationOptions Options(string schedule) => new() { Schedule = schedule };

    private static List<DateTimeOffset> Times(string text) =>
        [.. text.Split(' ').Select(x => DateTimeOffset.Parse(x, System.Globalization.CultureInfo.InvariantCulture))];
}
