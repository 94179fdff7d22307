using Grpc.Core;
using IntegrationHub.Contracts.Health.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = IntegrationHub.Contracts.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace IntegrationHub.Server.Health;

/// <summary>
/// The hub's services live and close together, so that they are all in one state: SERVING from the first call that can be made,
/// NOT_SERVING from the moment at which the hub is told to stop.
/// </summary>
internal sealed class HealthGrpcService(ServedServices services, IHostApplicationLifetime lifetime, IOptions<HubOptions> options)
    : Contracts.Health.V1.Health.HealthBase
{
    private const string Hub = "";

    private ServingStatus Now => lifetime.ApplicationStopping.IsCancellationRequested ? ServingStatus.NotServing : ServingStatus.Serving;

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) => IsServed(request.Service)
        ? Task.FromResult(new HealthCheckResponse { Status = Now })
        : throw RpcErrors.NotFound(Reason.ServiceUnknown, "The hub does not serve a service of this name.");

    public override Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var (response, now) = (new HealthListResponse(), Now);
        foreach (var service in services.Descriptors.Select(x => x.FullName).Prepend(Hub))
            response.Statuses.Add(service, new HealthCheckResponse { Status = now });
        return Task.FromResult(response);
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var said = StateOf(request.Service);
        await responseStream.WriteAsync(new HealthCheckResponse { Status = said }, context.CancellationToken);
        await StoppingOrGoneAsync(context.CancellationToken);
        if (context.CancellationToken.IsCancellationRequested)
            return;
        if (StateOf(request.Service) is var last && last != said)
            await responseStream.WriteAsync(new HealthCheckResponse { Status = last }, context.CancellationToken);
        throw RpcErrors.Unavailable(Reason.Draining, "The hub closes. Ask again.", options.Value.Feeds.RetryDelay);
    }

    private ServingStatus StateOf(string service) => IsServed(service) ? Now : ServingStatus.ServiceUnknown;

    private bool IsServed(string service) => service == Hub || services.Has(service);

    private async Task StoppingOrGoneAsync(CancellationToken gone)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
