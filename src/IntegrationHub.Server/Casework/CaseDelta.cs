using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Casework;

/// <summary>Records of a source that belong to no snapshot: they change it at once.</summary>
internal sealed class CaseDelta(CaseSourceKey source, IReadOnlyList<(int Index, CaseEntry Entry)> entries) : IProjection
{
    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        SnapshotStore.HoldRecords(context, position, submission, source.SourceId);
        var loader = new CaseStateLoader(context, source, [.. entries.Select(x => x.Entry)]);
        var state = await loader.LoadAsync(wholeSource: false, cancellationToken);
        var change = new CaseChange(context, state, new(position, submission.ReceivedTime));
        change.ApplyDelta([.. entries.Select(x => new Stated<CaseEntry>(x.Index, position, x.Entry))]);
        return ProjectionResult.With(await change.SaveAsync(cancellationToken));
    }
}
