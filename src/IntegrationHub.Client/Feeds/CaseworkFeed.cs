using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>The feed of case records.</summary>
internal static class CaseworkFeed
{
    public static FeedProtocol<CaseSubmission> Over(CallInvoker invoker)
    {
        CaseworkService.CaseworkServiceClient client = new(invoker);
        return new GrpcFeed<CaseSubmission, SubmitCaseRecordsRequest, SubmitCaseRecordsResponse>
        {
            FeedName = "cases",
            Parser = CaseSubmission.Parser,
            Call = cancellationToken => client.SubmitCaseRecords(cancellationToken: cancellationToken),
            Opening = opening => new SubmitCaseRecordsRequest { Opening = opening },
            Submission = (sequence, records) => new SubmitCaseRecordsRequest
            {
                Submission = new SequencedCaseRecords { Sequence = sequence, Submission = records },
            },
            Answer = response => new FeedAnswer(response.Acceptance, response.Receipt, response.Progress),
            Id = records => records.SubmissionId,
        };
    }
}
