using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Contracts.Operations.V1;
using Found = IntegrationHub.Contracts.Coverage.V1.Coverage;

namespace IntegrationHub.Server.Dashboard;

/// <summary>What the page shows, read in one go.</summary>
public sealed record DashboardModel
{
    /// <summary>The LA, three digits as DfE numbers them.</summary>
    public required string Authority { get; init; }

    /// <summary>When it was read, by the LA's clock.</summary>
    public required LocalClock Clock { get; init; }

    /// <summary>The last complete run; null: there is none yet.</summary>
    public ReconciliationRun? Run { get; init; }

    /// <summary>What that run found.</summary>
    public Found? Coverage { get; init; }

    /// <summary>The newest runs, whatever became of them.</summary>
    public required IReadOnlyList<ReconciliationRun> Runs { get; init; }

    public required ListFeedsResponse Feeds { get; init; }

    /// <summary>The sources, judged on the date of the last run.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Snapshots that wait for approval.</summary>
    public required int HeldSnapshots { get; init; }
}
