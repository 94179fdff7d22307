using System.Globalization;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Server.Operations;

/// <summary>Snapshots that wait for the LA.</summary>
internal sealed partial class HeldSnapshots(
    HubDatabase database, RequestIntake intake, IEnumerable<ISnapshotContent> contents, ILogger<HeldSnapshots> logger)
{
    private readonly ISnapshotContent[] _contents = [.. contents];

    public async Task<IReadOnlyList<HeldSnapshot>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        var held = await context.Snapshots
            .Where(x => x.Authority == caller.Authority && x.State == SnapshotState.Held)
            .OrderBy(x => x.EndPosition)
            .ToListAsync(cancellationToken);
        return [.. held.Select(ToMessage)];
    }

    public async Task<ApproveSnapshotResponse> ApproveAsync(Caller caller, ApproveSnapshotRequest request, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.SnapshotId, out var id))
            throw RpcErrors.InvalidArgument(Reason.InvalidSnapshotId, "Give the snapshot's UUID.", "snapshot_id");
        var school = await SchoolOfAsync(caller, id, cancellationToken);
        var approval = new SnapshotApproval(caller, id, _contents);
        var outcome = await intake.TakeAsync(caller, Feed.SnapshotApprovals, request.RequestId, request, approval, school);
        LogApproved(id, outcome.Position);
        return new() { Position = outcome.Position };
    }

    /// <summary>The school whose roll the snapshot restates, so that its pending marks are tried again at once.</summary>
    private async Task<int?> SchoolOfAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        var scope = await context.Snapshots
            .Where(x => x.Authority == caller.Authority && x.Feed == Feed.Roll && x.SnapshotId == id)
            .Select(x => x.Scope)
            .SingleOrDefaultAsync(cancellationToken);
        return scope is null ? null : int.Parse(scope, CultureInfo.InvariantCulture);
    }

    private static HeldSnapshot ToMessage(SnapshotRow row) => new()
    {
        SnapshotId = row.SnapshotId.ToString(),
        Scope = $"{row.Feed.ToString().ToUpperInvariant()} {row.Scope}",
        RecordCount = row.RecordCount,
        OpenCount = row.OpenCount,
        ClosingCount = row.ClosingCount,
        ReceiveTime = row.EndReceivedTime?.ToTimestamp(),
    };

    [LoggerMessage(1, LogLevel.Information, "Snapshot {SnapshotId} was approved at position {Position}")]
    private partial void LogApproved(Guid snapshotId, long position);
}
