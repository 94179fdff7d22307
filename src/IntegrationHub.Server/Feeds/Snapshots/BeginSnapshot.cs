using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>Opens a snapshot. What its writer left unfinished in the same scope is abandoned.</summary>
internal sealed class BeginSnapshot(Guid snapshotId, string scope, DateOnly asOfDate) : IProjection
{
    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var writer = submission.Writer;
        var used = context.Snapshots.AnyAsync(
            x => x.Authority == writer.Authority && x.Feed == writer.Feed && x.SnapshotId == snapshotId, cancellationToken);
        if (await used)
        {
            return ProjectionResult.Refused(new(Reason.SnapshotIdReused,
                "A snapshot was begun with this id before. Give each snapshot a UUID of its own.", "snapshot_begin.snapshot_id"));
        }
        await SnapshotStore.AbandonUnfinishedAsync(context, writer, scope, cancellationToken);
        context.Snapshots.Add(new SnapshotRow
        {
            Authority = writer.Authority,
            Feed = writer.Feed,
            SnapshotId = snapshotId,
            System = writer.System,
            WriterId = writer.WriterId,
            Scope = scope,
            AsOfDate = asOfDate,
            State = SnapshotState.Open,
            BeginPosition = position,
        });
        return ProjectionResult.Applied;
    }
}
