using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>Counts records of an open snapshot. They are in the journal, and are read back from it when the snapshot ends.</summary>
internal sealed class SnapshotRecords(Guid snapshotId, string scope, int count, IReadOnlyList<SetAsideRecord> setAside) : IProjection
{
    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var (snapshot, refusal) = await SnapshotStore.FindOpenAsync(context, submission.Writer, snapshotId, scope, cancellationToken);
        if (snapshot is null)
            return ProjectionResult.Refused(refusal!);
        snapshot.RecordCount += count;
        HeldRecords.Hold(context, position, submission, scope, setAside);
        return ProjectionResult.Applied;
    }
}
