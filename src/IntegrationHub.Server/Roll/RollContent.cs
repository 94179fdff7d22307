using System.Globalization;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Roll;

/// <summary>Reads the records of one submission, when it comes and when a rebuild applies it again.</summary>
internal sealed class RollContent(SchoolRolls rolls)
{
    /// <param name="received">The day on which they were received.</param>
    public SubmissionCheck Read(RollRecords records, SchoolKey school, DateOnly received)
    {
        var reader = new RollRecordReader(school.Authority, received);
        var notices = new List<ItemNotice>();
        var entries = new List<(int Index, RollEntry Entry)>(records.Records.Count);
        for (var i = 0; i < records.Records.Count; i++)
        {
            var reading = reader.Read(records.Records[i]);
            if (reading.Fault is { } fault)
                notices.Add(new(i, ItemOutcome.Quarantined, fault));
            else
                entries.Add((i, reading.Entry!));
            foreach (var warning in reading.Warnings)
                notices.Add(new(i, ItemOutcome.Warning, warning));
        }
        var scope = school.Laestab.ToString(CultureInfo.InvariantCulture);
        return SnapshotCheck.Records(records.SnapshotId, records.Records.Count, scope, notices, new RollDelta(rolls, school, entries));
    }
}
