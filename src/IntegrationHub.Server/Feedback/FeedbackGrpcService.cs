using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using Contract = IntegrationHub.Contracts.Feedback.V1;

namespace IntegrationHub.Server.Feedback;

internal sealed class FeedbackGrpcService(FeedbackQueries queries, CallerResolver callers) : SchoolFeedbackService.SchoolFeedbackServiceBase
{
    public override async Task<ListPupilConcernsResponse> ListPupilConcerns(ListPupilConcernsRequest request, ServerCallContext context)
    {
        var question = Read(context, request, request.SchoolLaestab, request.AsOfDate, request.KnownAt, request.PageSize, request.PageToken);
        if (request.Kind is < Contract.ConcernKind.Persistent or > Contract.ConcernKind.FiftyOrBelow)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Say which pupils are asked for.", "kind");
        if (request.MinPossibleSessions < 0)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Sessions are nought or more.", "min_possible_sessions");
        var page = await queries.ListConcernsAsync(
            question, (Lists.ConcernKind)request.Kind, request.MinPossibleSessions, context.CancellationToken) ?? throw RequestedSchool.Unknown();
        return page.ToMessage();
    }

    public override async Task<ListUnexplainedAbsencesResponse> ListUnexplainedAbsences(
        ListUnexplainedAbsencesRequest request, ServerCallContext context)
    {
        var question = Read(context, request, request.SchoolLaestab, request.AsOfDate, request.KnownAt, request.PageSize, request.PageToken);
        var page = await queries.ListUnexplainedAsync(question, context.CancellationToken) ?? throw RequestedSchool.Unknown();
        return page.ToMessage();
    }

    public override async Task<ListMissingRegistersResponse> ListMissingRegisters(ListMissingRegistersRequest request, ServerCallContext context)
    {
        var question = Read(context, request, request.SchoolLaestab, request.AsOfDate, request.KnownAt, request.PageSize, request.PageToken);
        var (page, due) = await queries.ListMissingAsync(question, context.CancellationToken);
        return (page ?? throw RequestedSchool.Unknown()).ToMessage(due);
    }

    public override async Task<ListDoubtfulCodesResponse> ListDoubtfulCodes(ListDoubtfulCodesRequest request, ServerCallContext context)
    {
        var question = Read(context, request, request.SchoolLaestab, request.AsOfDate, request.KnownAt, request.PageSize, request.PageToken);
        var page = await queries.ListCodesAsync(question, context.CancellationToken) ?? throw RequestedSchool.Unknown();
        return page.ToMessage();
    }

    public override async Task<ListDoubtfulUpnsResponse> ListDoubtfulUpns(ListDoubtfulUpnsRequest request, ServerCallContext context)
    {
        var question = Read(context, request, request.SchoolLaestab, request.AsOfDate, request.KnownAt, request.PageSize, request.PageToken);
        var page = await queries.ListUpnsAsync(question, context.CancellationToken) ?? throw RequestedSchool.Unknown();
        return page.ToMessage();
    }

    public override async Task<ListTwoSchoolMarksResponse> ListTwoSchoolMarks(ListTwoSchoolMarksRequest request, ServerCallContext context)
    {
        var question = Read(context, request, request.SchoolLaestab, request.AsOfDate, request.KnownAt, request.PageSize, request.PageToken);
        var page = await queries.ListTwoSchoolMarksAsync(question, context.CancellationToken) ?? throw RequestedSchool.Unknown();
        return page.ToMessage();
    }

    /// <summary>Reads what all requests have in common.</summary>
    private FeedbackQuestion Read<TRequest>(
        ServerCallContext context, TRequest request, string laestab, Date? asOfDate, KnownAt? knownAt, int pageSize, string pageToken)
        where TRequest : IMessage<TRequest>
    {
        var caller = callers.Resolve(context);
        var asOf = RequestedDate.Read(asOfDate, "as_of_date");
        if (asOf > queries.Today)
            throw RpcErrors.InvalidArgument(Reason.DateInFuture, "A day to come cannot be judged.", "as_of_date");
        return new(caller, RequestedSchool.Read(laestab, "school_laestab"), asOf, knownAt, Paging.Of(caller, request, pageSize, pageToken));
    }
}
