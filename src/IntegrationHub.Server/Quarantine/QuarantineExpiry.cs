using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace IntegrationHub.Server.Quarantine;

/// <summary>
/// Throws away, every night, refused submissions that have been kept for their set time: what nobody mended by then would only be
/// children's data without a purpose. It is a decision like a person's, and recorded like one.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class QuarantineExpiry(
    HubDatabase database, RequestIntake intake, SchoolRolls rolls, IOptions<HubOptions> options, TimeProvider clock,
    ILogger<QuarantineExpiry> logger) : IJob
{
    public static readonly JobKey Key = new("quarantine-expiry");
    private const int MostAtOnce = 1_000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await ExpireAsync(cancellationToken);

    /// <returns>How many were thrown away.</returns>
    public async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var expired = 0;
        while (await FindAsync(cancellationToken) is { Count: > 0 } items)
        {
            await DiscardAsync(items);
            expired += items.Count;
        }
        if (expired > 0)
            LogExpired(expired, options.Value.Quarantine.Keep.TotalDays);
        return expired;
    }

    private async Task<List<QuarantineItemId>> FindAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - options.Value.Quarantine.Keep;
        await using var context = database.CreateReadContext();
        return await context.QuarantinedSubmissions
            .Where(x => x.Authority == options.Value.Authority && x.ReceivedTime < before)
            .OrderBy(x => x.QuarantineId).Take(MostAtOnce)
            .Select(x => new QuarantineItemId(QuarantineItemKind.Submission, x.QuarantineId, 0))
            .ToListAsync(cancellationToken);
    }

    private async Task DiscardAsync(List<QuarantineItemId> items)
    {
        var caller = Caller.Hub(options.Value.Authority);
        var request = new ResolveQuarantineRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Note = $"kept for {options.Value.Quarantine.Keep.TotalDays:0} days",
            Discard = new() { ItemIds = { items.Select(x => x.ToString()) } },
        };
        var decision = new QuarantineDecision(new DiscardMend(items), request.Note, caller.System, rolls);
        await intake.TakeAsync(caller, Feed.Quarantine, request.RequestId, request, decision);
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} refused submissions were thrown away after {Days} days in quarantine")]
    private partial void LogExpired(int count, double days);
}
