using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>Ends a snapshot: it becomes visible, or is held because it would close too much.</summary>
internal sealed class EndSnapshot(Guid snapshotId, string scope, long recordCount, ISnapshotContent content, SnapshotGuard guard) : IProjection
{
    private ISnapshotChange? _change;

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        _change = null;
        var (snapshot, refusal) = await SnapshotStore.FindOpenAsync(context, submission.Writer, snapshotId, scope, cancellationToken);
        if (snapshot is null)
            return ProjectionResult.Refused(refusal!);
        if (snapshot.RecordCount != recordCount)
        {
            return ProjectionResult.Refused(new(Reason.SnapshotCountMismatch,
                $"The hub has counted {snapshot.RecordCount} records, not {recordCount}. The snapshot is still open: send what is missing and "
                + "end it again, or begin another one.", "snapshot_end.record_count"));
        }

        snapshot.EndPosition = position;
        snapshot.EndReceivedTime = submission.ReceivedTime;
        var change = await content.PrepareAsync(context, snapshot, new(position, submission.ReceivedTime), cancellationToken);
        snapshot.OpenCount = change.Closings.Sum(x => x.Open);
        snapshot.ClosingCount = change.Closings.Sum(x => x.Closing);
        if (IsHeld(snapshot, change, submission))
        {
            snapshot.State = SnapshotState.Held;
            return ProjectionResult.With([new(0, ItemOutcome.Warning, Reason.SnapshotHeld)]);
        }
        _change = change;
        return ProjectionResult.With(await PublishAsync(context, snapshot, change, cancellationToken));
    }

    public IReadOnlyCollection<SchoolKey> SchoolsToFold => _change?.SchoolsToFold ?? [];

    public void Committed() => _change?.Committed();

    /// <summary>Makes a snapshot visible, at its end or on its approval.</summary>
    public static async Task<IReadOnlyList<ItemNotice>> PublishAsync(
        HubDbContext context, SnapshotRow snapshot, ISnapshotChange change, CancellationToken cancellationToken)
    {
        snapshot.State = SnapshotState.Visible;
        await SnapshotStore.OvertakeOlderAsync(context, snapshot, cancellationToken);
        return await change.SaveAsync(cancellationToken);
    }

    /// <summary>A rebuild obeys what was decided then: the settings may have changed since, and people have acted on it.</summary>
    private bool IsHeld(SnapshotRow snapshot, ISnapshotChange change, Submission submission) =>
        submission.RecordedNotices?.Any(x => x.Reason == Reason.SnapshotHeld) ?? guard.Holds(snapshot, change.Closings);
}
