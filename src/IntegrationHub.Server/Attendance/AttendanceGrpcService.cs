using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Server.Attendance.Summaries;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Attendance;

internal sealed class AttendanceGrpcService(AttendanceQueries queries, CallerResolver callers) : AttendanceService.AttendanceServiceBase
{
    public override async Task<GetPupilAttendanceResponse> GetPupilAttendance(GetPupilAttendanceRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var window = RequestedWindow.Read(request.Window, queries.Today);
        var pupil = RequestedPupil.Read(request.HasPupilId, request.PupilId, request.HasUpn, request.Upn);
        var attendance = await queries.GetPupilAsync(
            caller, pupil, window, request.KnownAt, request.IncludeSessions, context.CancellationToken);
        return attendance?.ToMessage()
            ?? throw RpcErrors.NotFound(Reason.PupilUnknown, "No roll of the authority has named this pupil.");
    }

    public override async Task<ListCaseloadAttendanceResponse> ListCaseloadAttendance(ListCaseloadAttendanceRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var holder = Holder(request);
        var window = RequestedWindow.Read(request.Window, queries.Today);
        var paging = Paging.Of(caller, request, request.PageSize, request.PageToken);
        var page = await queries.ListCaseloadAsync(caller, holder, window, request.KnownAt, paging, context.CancellationToken)
            ?? throw RpcErrors.NotFound(Reason.UnknownSource, "The authority has declared no source of this name.");
        var response = new ListCaseloadAttendanceResponse
        {
            Freshness = page.Freshness.ToMessage(),
            NextPageToken = page.More ? paging.TokenAfter(page.Children[^1].SourceChildId) : "",
        };
        response.Children.AddRange(page.Children.Select(x => x.ToMessage()));
        return response;
    }

    public override async Task<SummariseAttendanceResponse> SummariseAttendance(SummariseAttendanceRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var summary = RequestedSummary.Read(request, queries.Today);
        return (await queries.SummariseAsync(caller, summary, request.KnownAt, context.CancellationToken)).ToMessage();
    }

    /// <summary>A placeholder is nobody: asking for its caseload would list every child whose worker is not known.</summary>
    private static CaseloadHolder Holder(ListCaseloadAttendanceRequest request) => request.HolderCase switch
    {
        ListCaseloadAttendanceRequest.HolderOneofCase.WorkerId when !WorkerPlaceholder.IsPlaceholder(request.WorkerId) =>
            new(request.SourceId, request.WorkerId, null),
        ListCaseloadAttendanceRequest.HolderOneofCase.TeamId when !WorkerPlaceholder.IsPlaceholder(request.TeamId) =>
            new(request.SourceId, null, request.TeamId),
        _ => throw RpcErrors.InvalidArgument(
            Reason.InvalidArgument, "Name the holder by worker_id or team_id, as the source writes it; a placeholder holds no caseload.", "holder"),
    };
}
