using Grpc.Core;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Roll;

internal sealed class RollGrpcService(
    FeedEndpoint<SubmitRollRequest, SubmitRollResponse, RollSubmission> feed, PupilReader pupils, CallerResolver callers)
    : RollService.RollServiceBase
{
    public override Task SubmitRoll(
        IAsyncStreamReader<SubmitRollRequest> requestStream, IServerStreamWriter<SubmitRollResponse> responseStream,
        ServerCallContext context) => feed.StreamAsync(requestStream, responseStream, context);

    public override async Task<SubmitRollChangeResponse> SubmitRollChange(SubmitRollChangeRequest request, ServerCallContext context) =>
        new() { Receipt = await feed.SubmitAsync(request.WriterId, request.Roll, context) };

    public override async Task<GetRollCheckpointResponse> GetRollCheckpoint(GetRollCheckpointRequest request, ServerCallContext context) =>
        new() { Watermark = await feed.WatermarkAsync(request.WriterId, context) };

    public override async Task<GetPupilResponse> GetPupil(GetPupilRequest request, ServerCallContext context) =>
        new() { Pupil = await pupils.ReadAsync(callers.Resolve(context), request, context.CancellationToken) };
}
