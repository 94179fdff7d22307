using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Casework;

/// <summary>Records of a source that belong to no snapshot: they change it at once.</summary>
internal sealed class CaseDelta(CaseSourceKey source, ReadRecords<CaseEntry> records) : IProjection
{
    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        HeldRecords.Hold(context, position, submission, source.SourceId, records.SetAside);
        var loader = new CaseStateLoader(context, source, [.. records.Entries.Select(x => x.Entry)]);
        var state = await loader.LoadAsync(wholeSource: false, cancellationToken);
        var change = new CaseChange(context, state, new(position, submission.ReceivedTime));
        change.ApplyDelta([.. records.Entries.Select(x => new Stated<CaseEntry>(x.Index, position, x.Entry))]);
        return ProjectionResult.With(await change.SaveAsync(cancellationToken));
    }
}
