using System.Globalization;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Roll;

internal sealed class RollReplay(RollContent content, RollSnapshots snapshots, SnapshotCheck check) : IJournalReplay
{
    public Feed Feed => Feed.Roll;

    public SubmissionCheck Read(JournalRow row)
    {
        var submission = RollSubmission.Parser.ParseFrom(row.Payload);
        var school = new SchoolKey(row.Authority, row.School!.Value);
        var scope = school.Laestab.ToString(CultureInfo.InvariantCulture);
        return submission.ContentCase switch
        {
            RollSubmission.ContentOneofCase.SnapshotBegin => SnapshotCheck.Read(submission.SnapshotBegin, scope),
            RollSubmission.ContentOneofCase.SnapshotEnd => check.End(submission.SnapshotEnd, scope, snapshots),
            RollSubmission.ContentOneofCase.Records =>
                content.Read(submission.Records, school, DateOnly.FromDateTime(row.ReceivedTime)),
            _ => SnapshotCheck.Empty(),
        };
    }
}
