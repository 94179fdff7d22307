using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Tests.Streaming;

internal sealed class TakingRegisters(TakingHub hub) : RegisterIngestService.RegisterIngestServiceBase
{
    public override async Task SubmitRegisters(
        IAsyncStreamReader<SubmitRegistersRequest> requestStream, IServerStreamWriter<SubmitRegistersResponse> responseStream, ServerCallContext context)
    {
        string system = TakingServices.SystemOf(context);
        await requestStream.MoveNext(context.CancellationToken);
        string writer = requestStream.Current.Opening.WriterId;
        hub.Calls.Enqueue("registers");
        await responseStream.WriteAsync(new SubmitRegistersResponse { Acceptance = hub.Open(system, writer) });
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            SequencedRegister next = requestStream.Current.Submission;
            await responseStream.WriteAsync(new SubmitRegistersResponse { Receipt = hub.Take(system, writer, next.Sequence, next.Register.SubmissionId) });
        }
    }
}

internal sealed class TakingRolls(TakingHub hub) : RollService.RollServiceBase
{
    public override async Task SubmitRoll(
        IAsyncStreamReader<SubmitRollRequest> requestStream, IServerStreamWriter<SubmitRollResponse> responseStream, ServerCallContext context)
    {
        string system = TakingServices.SystemOf(context);
        await requestStream.MoveNext(context.CancellationToken);
        string writer = requestStream.Current.Opening.WriterId;
        hub.Calls.Enqueue("roll");
        await responseStream.WriteAsync(new SubmitRollResponse { Acceptance = hub.Open(system, writer) });
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            SequencedRoll next = requestStream.Current.Submission;
            await responseStream.WriteAsync(new SubmitRollResponse { Receipt = hub.Take(system, writer, next.Sequence, next.Roll.SubmissionId) });
        }
    }
}

internal sealed class TakingCasework(TakingHub hub) : CaseworkService.CaseworkServiceBase
{
    public override async Task SubmitCaseRecords(
        IAsyncStreamReader<SubmitCaseRecordsRequest> requestStream, IServerStreamWriter<SubmitCaseRecordsResponse> responseStream, ServerCallContext context)
    {
        string system = TakingServices.SystemOf(context);
        await requestStream.MoveNext(context.CancellationToken);
        string writer = requestStream.Current.Opening.WriterId;
        hub.Calls.Enqueue("cases");
        await responseStream.WriteAsync(new SubmitCaseRecordsResponse { Acceptance = hub.Open(system, writer) });
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            SequencedCaseRecords next = requestStream.Current.Submission;
            await responseStream.WriteAsync(new SubmitCaseRecordsResponse { Receipt = hub.Take(system, writer, next.Sequence, next.Submission.SubmissionId) });
        }
    }
}

internal sealed class TakingOperations(TakingHub hub) : OperationsService.OperationsServiceBase
{
    public override Task<ApplySchoolsResponse> ApplySchools(ApplySchoolsRequest request, ServerCallContext context)
    {
        hub.Calls.Enqueue("schools");
        ApplySchoolsResponse response = new();
        if (hub.RefusesSchools)
            response.RefusedItems.Add(new RefusedItem { ItemIndex = 0, Reason = "OTHER_AUTHORITY" });
        return Task.FromResult(response);
    }

    public override Task<ApplyCalendarResponse> ApplyCalendar(ApplyCalendarRequest request, ServerCallContext context)
    {
        hub.Calls.Enqueue("calendar");
        return Task.FromResult(new ApplyCalendarResponse());
    }

    public override Task<ApplySourcesResponse> ApplySources(ApplySourcesRequest request, ServerCallContext context)
    {
        hub.Calls.Enqueue("sources");
        return Task.FromResult(new ApplySourcesResponse());
    }
}

internal static class TakingServices
{
    public static string SystemOf(ServerCallContext context) => context.RequestHeaders.GetValue("hub-system") ?? "";
}
