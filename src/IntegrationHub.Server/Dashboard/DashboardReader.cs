using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Casework;
using IntegrationHub.Server.Coverage;
using IntegrationHub.Server.Operations;
using IntegrationHub.Server.Security;
using Microsoft.Extensions.Options;
using Found = IntegrationHub.Contracts.Coverage.V1.Coverage;

namespace IntegrationHub.Server.Dashboard;

/// <summary>Reads the page's figures from the services that answer the calls, so that both always say the same.</summary>
internal sealed class DashboardReader(
    CoverageQueries coverage, FeedLister feeds, SourceLister sources, HeldSnapshots snapshots, IOptions<HubOptions> options, TimeProvider clock)
{
    private const int Runs = 5;

    public async Task<DashboardModel> ReadAsync(CancellationToken cancellationToken)
    {
        var caller = Caller.Hub(options.Value.Authority);
        var latest = await coverage.FindLatestRunAsync(caller, cancellationToken);
        var runs = await coverage.ListRunsAsync(caller, null, Runs, cancellationToken);
        var asOf = new ListSourcesRequest { AsOfDate = latest?.AsOfDate.ToDate() };
        return new DashboardModel
        {
            Authority = caller.Authority,
            Clock = new LocalClock(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone)),
            Run = latest?.ToMessage(),
            Coverage = latest?.Coverage is { } found ? StoredMessage.Read<Found>(found) : null,
            Runs = [.. runs.Take(Runs).Select(x => x.ToMessage())],
            Feeds = await feeds.ListAsync(caller, cancellationToken),
            Sources = await sources.ListAsync(caller, asOf, cancellationToken),
            HeldSnapshots = (await snapshots.ListAsync(caller, cancellationToken)).Count,
        };
    }
}
