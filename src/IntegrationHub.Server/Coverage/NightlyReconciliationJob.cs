using IntegrationHub.Server.Security;
using Microsoft.Extensions.Options;
using Quartz;

namespace IntegrationHub.Server.Coverage;

/// <summary>Reconciles the authority as it is on the day on which the job fires.</summary>
[DisallowConcurrentExecution]
internal sealed class NightlyReconciliationJob(ReconciliationService reconciliation, IOptions<HubOptions> options) : IJob
{
    public static readonly JobKey Key = new("nightly-reconciliation");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await reconciliation.RunAsync(Caller.Hub(options.Value.Authority), null, RunTrigger.Schedule, cancellationToken);
}
