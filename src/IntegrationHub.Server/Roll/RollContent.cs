using System.Globalization;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Roll;

/// <summary>Reads the records of one submission, when it comes and when a rebuild applies it again.</summary>
internal sealed class RollContent(SchoolRolls rolls)
{
    /// <param name="received">The day on which they were received.</param>
    public SubmissionCheck Read(RollRecords records, SchoolKey school, DateOnly received)
    {
        var read = ReadRecords<RollEntry>.Of(records.Records, new RollRecordReader(school.Authority, received).Read);
        var scope = school.Laestab.ToString(CultureInfo.InvariantCulture);
        return SnapshotCheck.Records(records.SnapshotId, records.Records.Count, scope, read, new RollDelta(rolls, school, read));
    }
}
