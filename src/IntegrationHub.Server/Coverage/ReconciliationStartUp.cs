using IntegrationHub.Server.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace IntegrationHub.Server.Coverage;

/// <summary>Puts runs in order when the hub starts: what a crash broke off is marked, the nightly job is scheduled, and a night missed is made up for.</summary>
/// <remarks>
/// The scheduler keeps its triggers in memory and cannot know of a night when the hub was off; the record of runs does. A hub that has
/// never completed a run has missed none: it waits for its first night, or to be asked.
/// </remarks>
internal sealed class ReconciliationStartUp(
    ReconciliationRuns runs, CoverageQueries queries, ReconciliationService reconciliation, ISchedulerFactory schedulers,
    IOptions<HubOptions> options, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await runs.AbandonAsync(cancellationToken);
        if (options.Value.Reconciliation.Schedule.Length == 0)
            return;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var trigger = NightlySchedule.Trigger(options.Value.Reconciliation, TimeZone, clock.GetUtcNow());
        var job = JobBuilder.Create<NightlyReconciliationJob>().WithIdentity(NightlyReconciliationJob.Key).Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        if (await IsANightMissedAsync(cancellationToken))
            _ = reconciliation.RunAsync(Caller, null, RunTrigger.Schedule, CancellationToken.None);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Caller Caller => Caller.Hub(options.Value.Authority);

    private TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    private async Task<bool> IsANightMissedAsync(CancellationToken cancellationToken) =>
        await queries.FindLatestRunAsync(Caller, cancellationToken) is { } last
        && NightlySchedule.FiredBetween(options.Value.Reconciliation, TimeZone, last.StartTime, clock.GetUtcNow());
}
