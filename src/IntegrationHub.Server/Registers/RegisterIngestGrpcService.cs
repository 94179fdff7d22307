using Grpc.Core;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Feeds;

namespace IntegrationHub.Server.Registers;

internal sealed class RegisterIngestGrpcService(
    FeedEndpoint<SubmitRegistersRequest, SubmitRegistersResponse, RegisterSubmission> feed) : RegisterIngestService.RegisterIngestServiceBase
{
    public override Task SubmitRegisters(
        IAsyncStreamReader<SubmitRegistersRequest> requestStream, IServerStreamWriter<SubmitRegistersResponse> responseStream,
        ServerCallContext context) => feed.StreamAsync(requestStream, responseStream, context);

    public override async Task<SubmitRegisterResponse> SubmitRegister(SubmitRegisterRequest request, ServerCallContext context) =>
        new() { Receipt = await feed.SubmitAsync(request.WriterId, request.Register, context) };

    public override async Task<GetWriterCheckpointResponse> GetWriterCheckpoint(GetWriterCheckpointRequest request, ServerCallContext context) =>
        new() { Watermark = await feed.WatermarkAsync(request.WriterId, context) };
}
