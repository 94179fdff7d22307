using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>The feed of case records. Its unary twin carries deltas only, so the lost receipt of a snapshot's part stays lost.</summary>
internal static class CaseworkFeed
{
    public static FeedProtocol<CaseSubmission> Over(CallInvoker invoker)
    {
        CaseworkService.CaseworkServiceClient client = new(invoker);
        return new GrpcFeed<CaseSubmission, SubmitCaseRecordsRequest, SubmitCaseRecordsResponse>
        {
            Call = cancellationToken => client.SubmitCaseRecords(cancellationToken: cancellationToken),
            Opening = opening => new SubmitCaseRecordsRequest { Opening = opening },
            Submission = (sequence, records) => new SubmitCaseRecordsRequest
            {
                Submission = new SequencedCaseRecords { Sequence = sequence, Submission = records },
            },
            Answer = response => new FeedAnswer(response.Acceptance, response.Receipt, response.Progress),
            Id = records => records.SubmissionId,
            Twin = (writerId, records, cancellationToken) => AskAsync(client, writerId, records, cancellationToken),
        };
    }

    private static async Task<FeedReceipt?> AskAsync(
        CaseworkService.CaseworkServiceClient client, string writerId, CaseSubmission records, CancellationToken cancellationToken)
    {
        if (records.ContentCase != CaseSubmission.ContentOneofCase.Records || records.Records.SnapshotId.Length > 0)
            return null;

        SubmitCaseChangeRequest request = new() { WriterId = writerId, Submission = records };
        return (await client.SubmitCaseChangeAsync(request, cancellationToken: cancellationToken)).Receipt;
    }
}
