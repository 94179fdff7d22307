using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Feeds.Snapshots;

namespace IntegrationHub.Server.Casework;

/// <summary>Reads the records of one submission, when it comes and when a rebuild applies it again.</summary>
internal static class CaseContent
{
    public static SubmissionCheck Read(CaseRecords records, CaseSourceKey source)
    {
        var read = ReadRecords<CaseEntry>.Of(records.Records, CaseRecordReader.Read);
        return SnapshotCheck.Records(records.SnapshotId, records.Records.Count, source.SourceId, read, new CaseDelta(source, read));
    }
}
