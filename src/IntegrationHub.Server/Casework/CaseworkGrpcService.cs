using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Casework;

internal sealed class CaseworkGrpcService(
    FeedEndpoint<SubmitCaseRecordsRequest, SubmitCaseRecordsResponse, CaseSubmission> feed, SourceLister sources, CallerResolver callers)
    : CaseworkService.CaseworkServiceBase
{
    public override Task SubmitCaseRecords(
        IAsyncStreamReader<SubmitCaseRecordsRequest> requestStream, IServerStreamWriter<SubmitCaseRecordsResponse> responseStream,
        ServerCallContext context) => feed.StreamAsync(requestStream, responseStream, context);

    public override async Task<SubmitCaseChangeResponse> SubmitCaseChange(SubmitCaseChangeRequest request, ServerCallContext context) =>
        new() { Receipt = await feed.SubmitAsync(request.WriterId, request.Submission, context) };

    public override async Task<GetCaseworkCheckpointResponse> GetCaseworkCheckpoint(
        GetCaseworkCheckpointRequest request, ServerCallContext context) =>
        new() { Watermark = await feed.WatermarkAsync(request.WriterId, context) };

    public override async Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context) =>
        new() { Sources = { await sources.ListAsync(callers.Resolve(context), request, context.CancellationToken) } };
}
