using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Schedules the nightly end of what has been kept for its set time.</summary>
internal sealed class QuarantineStartUp(ISchedulerFactory schedulers, IOptions<HubOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Quarantine.Schedule.Length == 0)
            return;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var trigger = TriggerBuilder.Create()
            .WithIdentity("quarantine-expiry")
            .ForJob(QuarantineExpiry.Key)
            .WithCronSchedule(options.Value.Quarantine.Schedule, cron => cron
                .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone))
                // The next night does as well.
                .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))
            .Build();
        await scheduler.ScheduleJob(JobBuilder.Create<QuarantineExpiry>().WithIdentity(QuarantineExpiry.Key).Build(), trigger, cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
