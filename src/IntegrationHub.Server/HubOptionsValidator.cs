using IntegrationHub.Domain.Thresholds;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server;

/// <summary>Checks the settings at start-up, so that a slip of the pen is found then and not at half past two at night.</summary>
internal sealed class HubOptionsValidator : IValidateOptions<HubOptions>
{
    private static readonly TimeSpan ShortestPing = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestEntryLead = TimeSpan.FromDays(3660);

    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(HubOptions options)
    {
        if (options.Authority.Length != 3 || !options.Authority.All(char.IsAsciiDigit))
            yield return "Hub:Authority must be the LA's three digits, for example 851.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            yield return "Hub:TimeZone must be a time zone of this machine, for example Europe/London.";
        foreach (var (port, setting) in new[] { (options.GrpcPort, "Hub:GrpcPort"), (options.PagePort, "Hub:PagePort") })
        {
            if (port is < 0 or > 65535)
                yield return $"{setting} must be 0 to 65535; 0 takes any free port.";
        }
        foreach (var fault in FeedFaults(options.Feeds).Concat(ThresholdFaults(options.Thresholds)))
            yield return fault;
        if (options.Registers.MaxMarks < 1)
            yield return "Hub:Registers:MaxMarks must be at least 1.";
        if (options.Registers.ClockTolerance < TimeSpan.Zero)
            yield return "Hub:Registers:ClockTolerance must not be negative.";
        if (options.Registers.EntryLead < TimeSpan.Zero || options.Registers.EntryLead > LongestEntryLead)
            yield return $"Hub:Registers:EntryLead must be 0 to {LongestEntryLead.Days} days.";
        if (options.Feedback.MorningDue >= options.Feedback.AfternoonDue)
            yield return "Hub:Feedback:MorningDue must be earlier than AfternoonDue.";
        if (options.Journal.MaxGroupSubmissions < 1 || options.Journal.MaxGroupBytes < 1)
            yield return "Hub:Journal:MaxGroupSubmissions and MaxGroupBytes must be at least 1.";
        if (options.Fold.MaxRegisters < 1 || options.Fold.Workers < 1)
            yield return "Hub:Fold:MaxRegisters and Workers must be at least 1.";
        if (options.Publication.MostWithheld < 1)
            yield return "Hub:Publication:MostWithheld must be at least 1: the number of one child is never published.";
        if (options.Quarantine.Keep <= TimeSpan.Zero)
            yield return "Hub:Quarantine:Keep must be longer than nothing.";
        if (options.Quarantine.Schedule.Length > 0 && !Quartz.CronExpression.TryParse(options.Quarantine.Schedule, out _))
            yield return "Hub:Quarantine:Schedule must be a Quartz cron expression, for example \"0 30 3 * * ?\", or empty.";
        if (options.Exports.ReaderPatience < ShortestPatience)
            yield return "Hub:Exports:ReaderPatience must be at least one second.";
        if (options.Reconciliation.Schedule.Length > 0 && !Quartz.CronExpression.TryParse(options.Reconciliation.Schedule, out _))
            yield return "Hub:Reconciliation:Schedule must be a Quartz cron expression, for example \"0 30 2 * * ?\", or empty.";
    }

    private static IEnumerable<string> FeedFaults(FeedOptions feeds)
    {
        if (feeds.MaxOutstandingSubmissions is < 1 or > 100_000)
            yield return "Hub:Feeds:MaxOutstandingSubmissions must be 1 to 100000.";
        if (feeds.HeartbeatInterval <= TimeSpan.Zero || feeds.DrainTimeout <= TimeSpan.Zero || feeds.RetryDelay <= TimeSpan.Zero)
            yield return "Hub:Feeds:HeartbeatInterval, DrainTimeout and RetryDelay must be longer than nothing.";
        if (feeds.PingDelay < ShortestPing || feeds.PingTimeout < ShortestPing)
            yield return "Hub:Feeds:PingDelay and PingTimeout must be at least one second.";
        if (feeds.MaxSubmissionBytes < 1 || feeds.MaxMessageBytes < feeds.MaxSubmissionBytes)
            yield return "Hub:Feeds:MaxSubmissionBytes must be at least 1, and MaxMessageBytes no less.";
        if (feeds.MaxRecords < 1)
            yield return "Hub:Feeds:MaxRecords must be at least 1.";
        if (feeds.SnapshotGuardShare is < 0 or > 1)
            yield return "Hub:Feeds:SnapshotGuardShare must be 0 to 1.";
    }

    private static IEnumerable<string> ThresholdFaults(ThresholdSettings settings)
    {
        foreach (var setting in ThresholdSetting.All)
        {
            if (setting.Read(settings) < setting.Least || setting.Read(settings) > setting.Most)
                yield return $"Hub:Thresholds:{setting.Name} must be {setting.Least} to {setting.Most}.";
        }
        if (settings.CoventryStage3BelowPercent > settings.CoventryStage1AbovePercent)
            yield return "Hub:Thresholds:CoventryStage3BelowPercent must not be above CoventryStage1AbovePercent, or a child would be at two stages.";
        foreach (var name in settings.Switches.Keys.Where(x => ThresholdCatalogue.Find(x) is null))
            yield return $"Hub:Thresholds:Switches names {name}, which is no threshold. 'hub thresholds' lists them.";
    }
}
