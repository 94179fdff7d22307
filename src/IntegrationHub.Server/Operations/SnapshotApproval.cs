using IntegrationHub.Domain;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Operations;

/// <summary>Lets a held snapshot become visible. What was stated after it was sent stays as it was stated.</summary>
/// <remarks>
/// Whoever sent it cannot let it pass: a system that has lost half its records would answer for itself. The hub's own command line
/// sends on behalf of the LA's operator, who has seen the list and gives a name; so what it imported, a person may approve through it.
/// </remarks>
internal sealed class SnapshotApproval(Caller caller, Guid snapshotId, IReadOnlyList<ISnapshotContent> contents) : IProjection
{
    private ISnapshotChange? _change;

    private bool IsOperator => caller is { System: Caller.HubSystem, Person: not null };

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
        if (snapshot.System == caller.System && !IsOperator)
        {
            return ProjectionResult.Refused(new(Reason.ApproverIsSender,
                "The system that sent a snapshot cannot approve it. Somebody at the LA must, from another system or with 'hub snapshots approve'.",
                "snapshot_id"));
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
