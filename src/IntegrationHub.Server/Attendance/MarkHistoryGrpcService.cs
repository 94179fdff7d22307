using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Attendance;

internal sealed class MarkHistoryGrpcService(AttendanceQueries queries, CallerResolver callers) : MarkHistoryService.MarkHistoryServiceBase
{
    public override async Task<ListMarkHistoryResponse> ListMarkHistory(ListMarkHistoryRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var window = RequestedWindow.Read(request.Window, queries.Today);
        var school = RequestedSchool.Read(request.SchoolLaestab, "school_laestab");
        var about = new HistoryScope(window, school, request.IncludeUnchanged);
        var history = await queries.GetHistoryAsync(caller, PupilOf(request, school), about, request.KnownAt, context.CancellationToken);
        return history?.ToMessage() ?? throw RpcErrors.NotFound(Reason.PupilUnknown, "No roll of the authority has named this pupil.");
    }

    private static RequestedPupil PupilOf(ListMarkHistoryRequest request, int? school) => (request.HasMisPupilId, school) switch
    {
        (false, _) => RequestedPupil.Read(request.HasPupilId, request.PupilId, request.HasUpn, request.Upn),
        (_, { } laestab) => RequestedPupil.OfSchool(laestab, request.MisPupilId),
        _ => throw RpcErrors.InvalidArgument(
            Reason.InvalidArgument, "An identifier of a school's own system needs the school: give school_laestab too.", "school_laestab"),
    };
}
