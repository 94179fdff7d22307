using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.City.Tests.Streaming;

/// <summary>The hub that takes everything, on a real socket.</summary>
internal sealed class TakingHubHost : IAsyncDisposable
{
    private readonly WebApplication _host;

    private TakingHubHost(WebApplication host) => _host = host;

    public GrpcChannel Open(string system) => GrpcChannel.ForAddress(_host.Urls.Single());

    public static async Task<TakingHubHost> StartAsync(TakingHub hub)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(hub);
        builder.Services.AddGrpc();
        WebApplication host = builder.Build();
        host.MapGrpcService<TakingRegisters>();
        host.MapGrpcService<TakingRolls>();
        host.MapGrpcService<TakingCasework>();
        host.MapGrpcService<TakingOperations>();
        await host.StartAsync();
        return new TakingHubHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _host.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _host.DisposeAsync();
    }
}
