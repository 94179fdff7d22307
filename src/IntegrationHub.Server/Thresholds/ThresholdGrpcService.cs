using Grpc.Core;
using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Attendance;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Thresholds;

internal sealed class ThresholdGrpcService(
    ThresholdQueries queries, KnownMoments moments, AttendanceStore store, CallerResolver callers, IOptions<HubOptions> options, TimeProvider clock)
    : ThresholdService.ThresholdServiceBase
{
    public override async Task<ListThresholdsResponse> ListThresholds(ListThresholdsRequest request, ServerCallContext context)
    {
        var (run, counts) = await queries.CountsAsync(callers.Resolve(context), context.CancellationToken);
        var response = new ListThresholdsResponse { RunId = run?.RunId ?? 0, AsOfDate = run?.AsOfDate.ToDate() };
        response.Thresholds.AddRange(ThresholdCatalogue.All.Select(x => x.ToMessage(Settings, counts.GetValueOrDefault(x.Name))));
        return response;
    }

    public override async Task<ListThresholdsMetResponse> ListThresholdsMet(ListThresholdsMetRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var paging = Paging.Of(caller, request, request.PageSize, request.PageToken);
        if (request.Thresholds.FirstOrDefault(x => ThresholdCatalogue.Find(x) is null) is not null)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Not the name of a threshold; ListThresholds has them.", "thresholds");
        var spells = await queries.ListMetAsync(
            caller, [.. request.Thresholds], School(request.SchoolLaestab), request.IncludeEnded, paging.AfterNumber(), paging.Size, context.CancellationToken);
        var response = new ListThresholdsMetResponse();
        response.Spells.AddRange(spells.Take(paging.Size).Select(x => x.ToMessage()));
        if (spells.Count > paging.Size)
            response.NextPageToken = paging.TokenAfter(response.Spells[^1].SpellId);
        return response;
    }

    public override async Task<GetPupilThresholdsResponse> GetPupilThresholds(GetPupilThresholdsRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var today = clock.Today(options.Value.TimeZone);
        var asOf = RequestedDate.Read(request.AsOfDate, "as_of_date") ?? today;
        if (asOf > today)
            throw RpcErrors.InvalidArgument(Reason.DateInFuture, "A day to come cannot be judged.", "as_of_date");
        var pupil = RequestedPupil.Read(request.HasPupilId, request.PupilId, request.HasUpn, request.Upn);
        await using var snapshot = await moments.BeginReadAsync(request.KnownAt, context.CancellationToken);
        var id = await pupil.FindAsync(snapshot.Context, caller.Authority, context.CancellationToken)
            ?? throw RpcErrors.NotFound(Reason.PupilUnknown, "No roll of the authority has named this pupil.");
        var query = new PupilThresholdsQuery(store, snapshot, caller.Authority, Settings, clock.GetUtcNow().UtcDateTime);
        return (await query.ReadAsync(id, asOf, context.CancellationToken)).ToMessage();
    }

    private ThresholdSettings Settings => options.Value.Thresholds;

    private static int? School(string text)
    {
        if (text.Length == 0)
            return null;
        return Laestab.TryParse(text, out var laestab)
            ? laestab.Value
            : throw RpcErrors.InvalidArgument(Reason.InvalidLaestab, "A DfE number has seven digits.", "school_laestab");
    }
}
