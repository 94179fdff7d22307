using System.Globalization;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Roll;

/// <summary>
/// The feed of rolls. A submission is refused whole for a fault of its envelope; a faulty record is set aside by its index and the
/// others count.
/// </summary>
internal sealed class RollProtocol(SchoolDirectory schools, RollContent content, RollSnapshots snapshots, SnapshotCheck check)
    : FeedProtocol<SubmitRollRequest, SubmitRollResponse, RollSubmission>
{
    public override Storage.Model.Feed Feed => Storage.Model.Feed.Roll;

    public override FeedOpening? OpeningOf(SubmitRollRequest request) => request.Opening;

    public override (long Sequence, RollSubmission Submission)? SubmissionOf(SubmitRollRequest request) =>
        request.Submission is { Roll: { } roll } sequenced ? (sequenced.Sequence, roll) : null;

    public override SubmitRollResponse Response(FeedAcceptance acceptance) => new() { Acceptance = acceptance };

    public override SubmitRollResponse Response(FeedReceipt receipt) => new() { Receipt = receipt };

    public override SubmitRollResponse Response(FeedProgress progress) => new() { Progress = progress };

    public override string SubmissionIdOf(RollSubmission submission) => submission.SubmissionId;

    public override Refusal? RefusalWithoutStream(RollSubmission submission) =>
        submission.Records is { SnapshotId.Length: 0 } ? null : SnapshotCheck.DeltaExpected();

    public override async ValueTask<SubmissionCheck> CheckAsync(
        Caller caller, RollSubmission submission, DateTime receivedTime, CancellationToken cancellationToken)
    {
        var school = Urn.TryParse(submission.SchoolUrn, out var urn) ? await schools.FindAsync(caller.Authority, urn.Value) : null;
        if (school is null)
        {
            return SubmissionCheck.Refused(Reason.UnknownSchool,
                "No school of this authority has this URN. Check the URN, or ask the LA to add the school.", "school_urn");
        }
        var scope = school.Laestab.ToString(CultureInfo.InvariantCulture);
        var checkedSubmission = submission.ContentCase switch
        {
            RollSubmission.ContentOneofCase.SnapshotBegin => check.Begin(submission.SnapshotBegin, scope),
            RollSubmission.ContentOneofCase.SnapshotEnd => check.End(submission.SnapshotEnd, scope, snapshots),
            RollSubmission.ContentOneofCase.Records =>
                CheckRecords(submission.Records, new(caller.Authority, school.Laestab), DateOnly.FromDateTime(receivedTime)),
            _ => SnapshotCheck.Empty(),
        };
        return checkedSubmission with { School = school.Laestab };
    }

    private SubmissionCheck CheckRecords(RollRecords records, SchoolKey school, DateOnly received) =>
        check.RefusalOfCount(records.Records.Count) is { } refusal ? new() { Refusal = refusal } : content.Read(records, school, received);
}
