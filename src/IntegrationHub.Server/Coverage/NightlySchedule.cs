using Quartz;

namespace IntegrationHub.Server.Coverage;

/// <summary>When the nightly reconciliation fires: by the clock on the wall in the LA's time zone, also on the nights on which it is changed.</summary>
/// <remarks>
/// In spring a time that the clock skips fires when the clock has moved: 01:30 at 02:00 summer time. In autumn a time that comes twice
/// fires once, the first time.
/// </remarks>
internal static class NightlySchedule
{
    private static readonly TriggerKey Key = new("nightly-reconciliation");

    /// <summary>The trigger from a moment on.</summary>
    /// <remarks>
    /// A machine that slept through the hour fires once when it wakes: yesterday's list is worse than one made at breakfast, and a run
    /// judges the day on which it fires, so that catching up ten nights would only judge today ten times.
    /// </remarks>
    public static ITrigger Trigger(ReconciliationOptions options, TimeZoneInfo timeZone, DateTimeOffset from) => TriggerBuilder.Create()
        .WithIdentity(Key)
        .StartAt(from)
        .ForJob(NightlyReconciliationJob.Key)
        .WithCronSchedule(options.Schedule, cron => cron
            .InTimeZone(timeZone)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    /// <summary>Whether the schedule should have fired after one time and up to another.</summary>
    public static bool FiredBetween(ReconciliationOptions options, TimeZoneInfo timeZone, DateTimeOffset after, DateTimeOffset upTo) =>
        new CronExpression(options.Schedule, timeZone).GetNextValidTimeAfter(after) <= upTo;
}
