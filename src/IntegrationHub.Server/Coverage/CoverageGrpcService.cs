using Grpc.Core;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using Contract = IntegrationHub.Contracts.Coverage.V1;
using FlagState = IntegrationHub.Storage.Model.FlagState;
using RunState = IntegrationHub.Storage.Model.RunState;

namespace IntegrationHub.Server.Coverage;

internal sealed class CoverageGrpcService(
    CoverageQueries queries, FlagDecisions decisions, ReconciliationService reconciliation, CallerResolver callers)
    : CoverageService.CoverageServiceBase
{
    public override async Task<GetCoverageResponse> GetCoverage(GetCoverageRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var run = request.RunId == 0
            ? await queries.FindLatestRunAsync(caller, context.CancellationToken)
            : await queries.FindRunAsync(caller, request.RunId, context.CancellationToken)
                ?? throw RpcErrors.NotFound(Reason.RunUnknown, "The authority has no such run.");
        if (run is not { State: RunState.Complete, Coverage: { } coverage })
        {
            throw NoCompleteRun();
        }
        return new() { Run = run.ToMessage(), Coverage = StoredMessage.Read<Contract.Coverage>(coverage) };
    }

    public override async Task<ListFlagsResponse> ListFlags(ListFlagsRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var paging = Paging.Of(caller, request, request.PageSize, request.PageToken);
        var flags = await queries.ListFlagsAsync(
            caller, States(request), [.. request.Kinds.Select(KindName)], paging.AfterNumber(), paging.Size, context.CancellationToken);
        // An empty list says something only where a run has looked.
        if (flags.Count == 0 && await queries.FindLatestRunAsync(caller, context.CancellationToken) is null)
            throw NoCompleteRun();
        var response = new ListFlagsResponse();
        response.Flags.AddRange(flags.Take(paging.Size).Select(x => x.ToMessage()));
        if (flags.Count > paging.Size)
            response.NextPageToken = paging.TokenAfter(response.Flags[^1].FlagId);
        return response;
    }

    public override async Task<GetFlagResponse> GetFlag(GetFlagRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var flag = await queries.FindFlagAsync(caller, request.FlagId, context.CancellationToken) ?? throw FlagDecisions.UnknownFlag();
        var events = await queries.ListEventsAsync(caller, flag.FlagId, context.CancellationToken);
        var response = new GetFlagResponse { Flag = flag.ToMessage(), Explanation = StoredMessage.Read<FlagExplanation>(flag.Evidence) };
        response.Events.AddRange(events.Select(x => x.ToMessage()));
        return response;
    }

    public override async Task<UpdateFlagResponse> UpdateFlag(UpdateFlagRequest request, ServerCallContext context)
    {
        var flag = await decisions.DecideAsync(callers.Resolve(context), request, context.CancellationToken);
        return new() { Flag = flag.ToMessage() };
    }

    public override async Task<RunReconciliationResponse> RunReconciliation(RunReconciliationRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var asOf = RequestedDate.Read(request.AsOfDate, "as_of_date");
        if (asOf > reconciliation.Today)
            throw RpcErrors.InvalidArgument(Reason.DateInFuture, "A day to come cannot be judged.", "as_of_date");
        try
        {
            var run = await reconciliation.RunAsync(caller, asOf, RunTrigger.Demand, context.CancellationToken);
            return new() { Run = run.ToMessage() };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw RpcErrors.Create(StatusCode.Internal, Reason.RunFailed, "The run broke off; the hub's log says why. Nothing of it is kept.");
        }
    }

    public override async Task<ListRunsResponse> ListRuns(ListRunsRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var paging = Paging.Of(caller, request, request.PageSize, request.PageToken);
        var runs = await queries.ListRunsAsync(caller, paging.AfterNumber(), paging.Size, context.CancellationToken);
        var response = new ListRunsResponse();
        response.Runs.AddRange(runs.Take(paging.Size).Select(x => x.ToMessage()));
        if (runs.Count > paging.Size)
            response.NextPageToken = paging.TokenAfter(response.Runs[^1].RunId);
        return response;
    }

    private static FlagState[] States(ListFlagsRequest request)
    {
        if (request.States.Count == 0)
            return [FlagState.Open, FlagState.Acknowledged, FlagState.Assigned];
        return request.States.All(x => x is >= Contract.FlagState.Open and <= Contract.FlagState.Closed)
            ? [.. request.States.Select(x => (FlagState)x)]
            : throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Not a state that a flag can be in.", "states");
    }

    private static RpcException NoCompleteRun() => RpcErrors.Create(StatusCode.FailedPrecondition, Reason.NoCompleteRun,
        "There is no complete run to answer from. Call RunReconciliation, or `hub reconcile` on the command line, or wait for tonight's.");

    private static string KindName(Contract.FlagKind kind) => kind is >= Contract.FlagKind.NoLead and <= Contract.FlagKind.NotKnown
        ? kind.ToKind().ToWireName()
        : throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Not a kind of flag.", "kinds");
}
