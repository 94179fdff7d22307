using Grpc.Core;
using IntegrationHub.Contracts.HealthAbsence.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using Contract = IntegrationHub.Contracts.HealthAbsence.V1;

namespace IntegrationHub.Server.HealthAbsence;

internal sealed class HealthAbsenceGrpcService(HealthAbsenceQueries queries, CallerResolver callers)
    : HealthAbsenceService.HealthAbsenceServiceBase
{
    public override async Task<SummariseHealthAbsenceResponse> SummariseHealthAbsence(
        SummariseHealthAbsenceRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var window = RequestedWindow.Read(request.Window, queries.Today);
        if (request.Grouping is < Contract.HealthGrouping.Unspecified or > Contract.HealthGrouping.SchoolAndWeek)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Not a grouping of this summary.", "grouping");
        var school = RequestedSchool.Read(request.SchoolLaestab, "school_laestab");
        var summary = await queries.SummariseAsync(
            caller, window, (HealthGrouping)request.Grouping, school, request.KnownAt, context.CancellationToken) ?? throw RequestedSchool.Unknown();
        if (!request.ForPublication)
            return summary.ToMessage(shown: null);
        var aboutSchools = school is not null || request.Grouping is Contract.HealthGrouping.School
            or Contract.HealthGrouping.SchoolAndYearGroup or Contract.HealthGrouping.SchoolAndWeek;
        return summary.ToMessage(new HealthPublication(summary, aboutSchools, queries.SmallNumbers).Decide());
    }

    public override async Task<ListLongIllnessesResponse> ListLongIllnesses(ListLongIllnessesRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var asOf = RequestedDate.Read(request.AsOfDate, "as_of_date") ?? queries.Today;
        if (asOf > queries.Today)
            throw RpcErrors.InvalidArgument(Reason.DateInFuture, "A day to come cannot be judged.", "as_of_date");
        if (request.MinSchoolDays < 0)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "School days are one or more; 0 asks for those of the sickness return.", "min_school_days");
        var question = new IllnessQuestion(
            RequestedSchool.Read(request.SchoolLaestab, "school_laestab"), AttendanceWindow.YearToDate(asOf),
            request.MinSchoolDays == 0 ? queries.ReturnedSchoolDays : request.MinSchoolDays,
            Paging.Of(caller, request, request.PageSize, request.PageToken));
        var page = await queries.ListLongIllnessesAsync(caller, question, request.KnownAt, context.CancellationToken)
            ?? throw RequestedSchool.Unknown();
        return page.ToMessage();
    }
}
