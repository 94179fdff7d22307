using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Client.Tests.FakeHub;

/// <summary>The fake hub on a real socket: connections that tear must be connections.</summary>
internal sealed class FakeHubHost : IAsyncDisposable
{
    private readonly WebApplication _host;

    private FakeHubHost(WebApplication host, FakeJournal journal)
    {
        _host = host;
        Journal = journal;
        Address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Channel = GrpcChannel.ForAddress(Address);
        Hub = new HubClient(Channel, new HubClientOptions { System = "mis-test" });
    }

    public FakeJournal Journal { get; }

    public string Address { get; }

    public GrpcChannel Channel { get; }

    public HubClient Hub { get; }

    public static Task<FakeHubHost> StartAsync(params IEnumerable<StreamScript> scripts)
    {
        FakeJournal journal = new();
        journal.Next(scripts);
        return StartAsync(journal);
    }

    /// <summary>A hub that holds what another held before, on a port that its writers know.</summary>
    public static async Task<FakeHubHost> StartAsync(FakeJournal journal, int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(journal);
        builder.Services.AddGrpc();
        WebApplication host = builder.Build();
        host.MapGrpcService<FakeRegisters>();
        host.MapGrpcService<FakeRolls>();
        host.MapGrpcService<FakeCasework>();
        await host.StartAsync();
        return new FakeHubHost(host, journal);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _host.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _host.DisposeAsync();
    }
}
