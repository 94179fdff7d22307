using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Casework;

/// <summary>Reads the records of one submission, when it comes and when a rebuild applies it again.</summary>
internal static class CaseContent
{
    public static SubmissionCheck Read(CaseRecords records, CaseSourceKey source)
    {
        var notices = new List<ItemNotice>();
        var entries = new List<(int Index, CaseEntry Entry)>(records.Records.Count);
        for (var i = 0; i < records.Records.Count; i++)
        {
            var reading = CaseRecordReader.Read(records.Records[i]);
            if (reading.Fault is { } fault)
                notices.Add(new(i, ItemOutcome.Quarantined, fault));
            else
                entries.Add((i, reading.Entry!));
            foreach (var warning in reading.Warnings)
                notices.Add(new(i, ItemOutcome.Warning, warning));
        }
        return SnapshotCheck.Records(records.SnapshotId, records.Records.Count, source.SourceId, notices, new CaseDelta(source, entries));
    }
}
