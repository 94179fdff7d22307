using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Client.Tests.FakeHub;

internal sealed class FakeRegisters(FakeJournal journal) : RegisterIngestService.RegisterIngestServiceBase
{
    public override Task SubmitRegisters(
        IAsyncStreamReader<SubmitRegistersRequest> requestStream, IServerStreamWriter<SubmitRegistersResponse> responseStream, ServerCallContext context) =>
        new FakeFeed<SubmitRegistersRequest, SubmitRegistersResponse>(journal)
        {
            OpeningOf = request => request.Opening,
            SubmissionOf = request => (request.Submission.Sequence, request.Submission.Register.SubmissionId),
            Accept = acceptance => new SubmitRegistersResponse { Acceptance = acceptance },
            Receive = receipt => new SubmitRegistersResponse { Receipt = receipt },
            Progress = progress => new SubmitRegistersResponse { Progress = progress },
        }.PlayAsync(requestStream, responseStream, context);
}

internal sealed class FakeRolls(FakeJournal journal) : RollService.RollServiceBase
{
    public override Task SubmitRoll(
        IAsyncStreamReader<SubmitRollRequest> requestStream, IServerStreamWriter<SubmitRollResponse> responseStream, ServerCallContext context) =>
        new FakeFeed<SubmitRollRequest, SubmitRollResponse>(journal)
        {
            OpeningOf = request => request.Opening,
            SubmissionOf = request => (request.Submission.Sequence, request.Submission.Roll.SubmissionId),
            Accept = acceptance => new SubmitRollResponse { Acceptance = acceptance },
            Receive = receipt => new SubmitRollResponse { Receipt = receipt },
            Progress = progress => new SubmitRollResponse { Progress = progress },
        }.PlayAsync(requestStream, responseStream, context);
}

internal sealed class FakeCasework(FakeJournal journal) : CaseworkService.CaseworkServiceBase
{
    public override Task SubmitCaseRecords(
        IAsyncStreamReader<SubmitCaseRecordsRequest> requestStream, IServerStreamWriter<SubmitCaseRecordsResponse> responseStream, ServerCallContext context) =>
        new FakeFeed<SubmitCaseRecordsRequest, SubmitCaseRecordsResponse>(journal)
        {
            OpeningOf = request => request.Opening,
            SubmissionOf = request => (request.Submission.Sequence, request.Submission.Submission.SubmissionId),
            Accept = acceptance => new SubmitCaseRecordsResponse { Acceptance = acceptance },
            Receive = receipt => new SubmitCaseRecordsResponse { Receipt = receipt },
            Progress = progress => new SubmitCaseRecordsResponse { Progress = progress },
        }.PlayAsync(requestStream, responseStream, context);
}
