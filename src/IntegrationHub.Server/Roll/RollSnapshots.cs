using System.Globalization;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

/// <summary>Snapshots of schools' whole rolls.</summary>
internal sealed class RollSnapshots(SchoolRolls rolls) : ISnapshotContent
{
    public Feed Feed => Feed.Roll;

    public async Task<ISnapshotChange> PrepareAsync(
        HubDbContext context, SnapshotRow snapshot, SnapshotMoment moment, CancellationToken cancellationToken)
    {
        var school = new SchoolKey(snapshot.Authority, int.Parse(snapshot.Scope, CultureInfo.InvariantCulture));
        var parts = await SnapshotStore.PartsAsync(context, snapshot, cancellationToken);
        var entries = new List<Stated<RollEntry>>(snapshot.RecordCount);
        var faulty = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var part in parts)
        {
            var reader = new RollRecordReader(school.Authority, DateOnly.FromDateTime(part.ReceivedTime));
            foreach (var record in RollSubmission.Parser.ParseFrom(part.Payload).Records.Records)
            {
                var reading = reader.Read(record);
                if (reading.Entry is { } entry)
                    entries.Add(new(index, part.Position, entry));
                else
                    faulty.Add(reading.Id);
                index++;
            }
        }

        var loader = new RollStateLoader(context, school, [.. entries.Select(x => x.Record)]);
        var state = await loader.LoadAsync(moment.Position, wholeSchool: true, cancellationToken);
        var named = entries.Select(x => x.Record.MisPupilId).Concat(faulty).ToHashSet(StringComparer.Ordinal);
        var change = new RollChange(context, rolls, state, named);
        change.ApplySnapshot(snapshot, entries, faulty);
        return change;
    }
}
