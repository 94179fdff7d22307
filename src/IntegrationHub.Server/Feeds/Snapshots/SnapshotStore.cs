using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>Snapshots and their parts in the database.</summary>
internal static class SnapshotStore
{
    /// <summary>Finds the open snapshot that a submission belongs to.</summary>
    /// <returns>The snapshot, or why there is none.</returns>
    public static async Task<(SnapshotRow? Snapshot, Refusal? Refusal)> FindOpenAsync(
        HubDbContext context, WriterKey writer, Guid snapshotId, string scope, CancellationToken cancellationToken)
    {
        var snapshot = await context.Snapshots.FindAsync([writer.Authority, writer.Feed, snapshotId], cancellationToken);
        // Another writer's snapshot is nobody's business here: it is as unknown as one that was never begun.
        if (snapshot is null || snapshot.System != writer.System || snapshot.WriterId != writer.WriterId || snapshot.Scope != scope)
        {
            return (null, new(Reason.SnapshotUnknown,
                "This writer has begun no snapshot with this id for this scope. Begin it first, and send its parts through the same writer.",
                "snapshot_id"));
        }
        if (snapshot.State != SnapshotState.Open)
        {
            return (null, new(Reason.SnapshotNotOpen,
                "The snapshot has ended, or a newer begin has abandoned it. Begin another one.", "snapshot_id"));
        }
        return (snapshot, null);
    }

    /// <summary>The snapshot's parts, in the order in which they were sent.</summary>
    public static Task<List<SnapshotPart>> PartsAsync(HubDbContext context, SnapshotRow snapshot, CancellationToken cancellationToken) =>
        context.Journal
            .Where(x => x.Authority == snapshot.Authority && x.SnapshotId == snapshot.SnapshotId && x.Feed == snapshot.Feed
                && x.Position > snapshot.BeginPosition && x.Position < snapshot.EndPosition)
            .OrderBy(x => x.Position)
            .Select(x => new SnapshotPart(x.Position, x.ReceivedTime, x.Payload))
            .ToListAsync(cancellationToken);

    /// <summary>Ends what a writer left unfinished in a scope.</summary>
    public static async Task AbandonUnfinishedAsync(
        HubDbContext context, WriterKey writer, string scope, CancellationToken cancellationToken)
    {
        var unfinished = await InScope(context, writer.Authority, writer.Feed, scope, SnapshotState.Open)
            .Where(x => x.System == writer.System && x.WriterId == writer.WriterId)
            .ToListAsync(cancellationToken);
        foreach (var snapshot in unfinished)
            snapshot.State = SnapshotState.Abandoned;
    }

    /// <summary>A snapshot that became visible leaves nothing to approve in older ones of its scope, nor to mend in what they held.</summary>
    public static async Task OvertakeOlderAsync(HubDbContext context, SnapshotRow visible, CancellationToken cancellationToken)
    {
        var older = await InScope(context, visible.Authority, visible.Feed, visible.Scope, SnapshotState.Held)
            .Where(x => x.BeginPosition < visible.BeginPosition)
            .ToListAsync(cancellationToken);
        foreach (var snapshot in older)
            snapshot.State = SnapshotState.Abandoned;
        await context.HeldRecords
            .Where(x => x.Authority == visible.Authority && x.Feed == visible.Feed && x.Scope == visible.Scope && x.Position < visible.BeginPosition)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<SnapshotRow> InScope(
        HubDbContext context, string authority, Storage.Model.Feed feed, string scope, SnapshotState state) =>
        context.Snapshots.Where(x => x.Authority == authority && x.Feed == feed && x.Scope == scope && x.State == state);
}
