using Grpc.Core;
using IntegrationHub.Contracts.Reflection.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Reflection;

internal sealed class ReflectionGrpcService(ReflectionAnswers answers, IHostApplicationLifetime lifetime, IOptions<HubOptions> options)
    : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        // A tool that keeps its stream open must not keep the hub from closing.
        using var open = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var request in requestStream.ReadAllAsync(open.Token))
                await responseStream.WriteAsync(answers.Answer(request), open.Token);
        }
        catch (Exception exception) when (context.CancellationToken.IsCancellationRequested && exception is not RpcException)
        {
            // Most tools just hang up once they know enough.
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw RpcErrors.Unavailable(Reason.Draining, "The hub closes. Ask again.", options.Value.Feeds.RetryDelay);
        }
    }
}
