using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Casework;

/// <summary>
/// The feed of case records. A submission is refused whole for a fault of its envelope; a faulty record is set aside by its index
/// and the others count.
/// </summary>
internal sealed class CaseworkProtocol(HubDatabase database, CaseSnapshots snapshots, SnapshotCheck check)
    : FeedProtocol<SubmitCaseRecordsRequest, SubmitCaseRecordsResponse, CaseSubmission>
{
    public override Storage.Model.Feed Feed => Storage.Model.Feed.Casework;

    public override FeedOpening? OpeningOf(SubmitCaseRecordsRequest request) => request.Opening;

    public override (long Sequence, CaseSubmission Submission)? SubmissionOf(SubmitCaseRecordsRequest request) =>
        request.Submission is { Submission: { } submission } sequenced ? (sequenced.Sequence, submission) : null;

    public override SubmitCaseRecordsResponse Response(FeedAcceptance acceptance) => new() { Acceptance = acceptance };

    public override SubmitCaseRecordsResponse Response(FeedReceipt receipt) => new() { Receipt = receipt };

    public override SubmitCaseRecordsResponse Response(FeedProgress progress) => new() { Progress = progress };

    public override string SubmissionIdOf(CaseSubmission submission) => submission.SubmissionId;

    public override Refusal? RefusalWithoutStream(CaseSubmission submission) =>
        submission.Records is { SnapshotId.Length: 0 } ? null : SnapshotCheck.DeltaExpected();

    public override async ValueTask<SubmissionCheck> CheckAsync(
        Caller caller, CaseSubmission submission, DateTime receivedTime, CancellationToken cancellationToken)
    {
        var source = new CaseSourceKey(caller.Authority, submission.SourceId);
        if (!await IsDeclaredAsync(source, cancellationToken))
        {
            return SubmissionCheck.Refused(Reason.UnknownSource,
                "The LA has declared no source with this source_id. Check it, or ask the LA to declare the source.", "source_id");
        }
        var checkedSubmission = submission.ContentCase switch
        {
            CaseSubmission.ContentOneofCase.SnapshotBegin => check.Begin(submission.SnapshotBegin, source.SourceId),
            CaseSubmission.ContentOneofCase.SnapshotEnd => check.End(submission.SnapshotEnd, source.SourceId, snapshots),
            CaseSubmission.ContentOneofCase.Records => CheckRecords(submission.Records, source),
            _ => SnapshotCheck.Empty(),
        };
        return checkedSubmission with { Source = source.SourceId };
    }

    private async Task<bool> IsDeclaredAsync(CaseSourceKey source, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context.CaseSources.AnyAsync(
            x => x.Authority == source.Authority && x.SourceId == source.SourceId, cancellationToken);
    }

    private SubmissionCheck CheckRecords(CaseRecords records, CaseSourceKey source) =>
        check.RefusalOfCount(records.Records.Count) is { } refusal ? new() { Refusal = refusal } : CaseContent.Read(records, source);
}
