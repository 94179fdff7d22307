using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

internal sealed class CaseReplay(CaseSnapshots snapshots, SnapshotCheck check) : IJournalReplay
{
    public Feed Feed => Feed.Casework;

    public SubmissionCheck Read(JournalRow row)
    {
        var submission = CaseSubmission.Parser.ParseFrom(row.Payload);
        var source = new CaseSourceKey(row.Authority, row.Source!);
        return submission.ContentCase switch
        {
            CaseSubmission.ContentOneofCase.SnapshotBegin => SnapshotCheck.Read(submission.SnapshotBegin, source.SourceId),
            CaseSubmission.ContentOneofCase.SnapshotEnd => check.End(submission.SnapshotEnd, source.SourceId, snapshots),
            CaseSubmission.ContentOneofCase.Records => CaseContent.Read(submission.Records, source),
            _ => SnapshotCheck.Empty(),
        };
    }
}
