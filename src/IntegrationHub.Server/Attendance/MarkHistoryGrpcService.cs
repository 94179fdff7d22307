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
        var pupil = RequestedPupil.Read(request.HasPupilId, request.PupilId, request.HasUpn, request.Upn);
        var history = await queries.GetHistoryAsync(
            caller, pupil, window, request.KnownAt, request.IncludeUnchanged, context.CancellationToken);
        return history?.ToMessage() ?? throw RpcErrors.NotFound(Reason.PupilUnknown, "No roll of the authority has named this pupil.");
    }
}
