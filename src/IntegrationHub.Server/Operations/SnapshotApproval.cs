using IntegrationHub.Domain;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Operations;

/// <summary>Lets a held snapshot become visible. What was stated after it was sent stays as it was stated.</summary>
internal sealed class SnapshotApproval(Guid snapshotId, IReadOnlyList<ISnapshotContent> contents) : IProjection
{
    private ISnapshotChange? _change;

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        _change = null;
        var authority = submission.Writer.Authority;
        var found = await context.Snapshots
            .Where(x => x.Authority == authority && x.SnapshotId == snapshotId)
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
            return ProjectionResult.Refused(new(Reason.SnapshotUnknown, "There is no snapshot with this id.", "snapshot_id"));
        if (found.Find(x => x.State == SnapshotState.Held) is not { } snapshot)
        {
            return ProjectionResult.Refused(new(Reason.SnapshotNotHeld,
                "The snapshot does not wait for approval: it is visible already, has not ended, or a later one has overtaken it.", "snapshot_id"));
        }
        var content = contents.Single(x => x.Feed == snapshot.Feed);
        _change = await content.PrepareAsync(context, snapshot, new(position, submission.ReceivedTime), cancellationToken);
        // What its end noticed about single records was told to its sender; the approver gets a position.
        await EndSnapshot.PublishAsync(context, snapshot, _change, cancellationToken);
        return ProjectionResult.Applied;
    }

    public IReadOnlyCollection<SchoolKey> SchoolsToFold => _change?.SchoolsToFold ?? [];

    public void Committed() => _change?.Committed();
}
