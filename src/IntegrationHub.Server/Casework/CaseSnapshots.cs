using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>Snapshots of all that a source holds.</summary>
internal sealed class CaseSnapshots : ISnapshotContent
{
    public Feed Feed => Feed.Casework;

    public async Task<ISnapshotChange> PrepareAsync(
        HubDbContext context, SnapshotRow snapshot, SnapshotMoment moment, CancellationToken cancellationToken)
    {
        var entries = new List<Stated<CaseEntry>>(snapshot.RecordCount);
        var named = new CaseNames();
        var index = 0;
        foreach (var part in await SnapshotStore.PartsAsync(context, snapshot, cancellationToken))
        {
            foreach (var record in CaseSubmission.Parser.ParseFrom(part.Payload).Records.Records)
            {
                var reading = CaseRecordReader.Read(record);
                named.Add(reading);
                if (reading.Entry is { } entry)
                    entries.Add(new(index, part.Position, entry));
                index++;
            }
        }

        var loader = new CaseStateLoader(context, new(snapshot.Authority, snapshot.Scope), [.. entries.Select(x => x.Record)]);
        var change = new CaseChange(context, await loader.LoadAsync(wholeSource: true, cancellationToken), moment);
        change.ApplySnapshot(snapshot, entries, named);
        return change;
    }
}
