using System.Net;
using IntegrationHub.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server;

/// <summary>
/// A hub in this process: over one SQLite file or a PostgreSQL database, gRPC on one loopback port and the page on another. Plaintext
/// and callers who are taken at their word are for loopback only, so there is no setting that opens them to a network.
/// </summary>
public sealed class HubHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HubDatabase _database;

    private HubHost(WebApplication application, HubDatabase database)
    {
        _application = application;
        _database = database;
    }

    /// <summary>Where gRPC is served, for example http://127.0.0.1:7443.</summary>
    public Uri GrpcAddress => Address(0);

    /// <summary>Where the page is served.</summary>
    public Uri PageAddress => Address(1);

    public IServiceProvider Services => _application.Services;

    /// <summary>Opens the folder's database, bringing it up to date, and starts to serve.</summary>
    /// <param name="folder">The data folder; the caller owns its lock and disposes it after the hub.</param>
    /// <param name="configure">Settings that override configuration.</param>
    /// <param name="prepare">For tests: services that replace the hub's own, such as the clock.</param>
    /// <exception cref="OptionsValidationException">A setting is out of its range.</exception>
    public static async Task<HubHost> StartAsync(
        DataFolder folder, Action<HubOptions>? configure = null, Action<IServiceCollection>? prepare = null,
        CancellationToken cancellationToken = default)
    {
        var builder = HubApplication.CreateBuilder(folder, configure);
        var database = await builder.OpenDatabaseAsync(folder, configure, cancellationToken);
        try
        {
            builder.AddHub(database, prepare);
            var application = Build(builder);
            await application.StartAsync(cancellationToken);
            var host = new HubHost(application, database);
            folder.Announce(host.GrpcAddress.ToString());
            return host;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until the process is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Announces the close to open streams, lets what is queued become durable, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Listen);
        var application = builder.Build();
        application.MapHub();
        return application;
    }

    private static void Listen(KestrelServerOptions kestrel)
    {
        var options = kestrel.ApplicationServices.GetRequiredService<IOptions<HubOptions>>().Value;
        // Windows that hold a few hundred registers: a feed must not wait for the far end's acknowledgements.
        kestrel.Limits.Http2.InitialStreamWindowSize = 2 * 1024 * 1024;
        kestrel.Limits.Http2.InitialConnectionWindowSize = 4 * 1024 * 1024;
        // A sender whose line goes dead says nothing, and heartbeats into the dead line raise no error for a quarter of an hour.
        kestrel.Limits.Http2.KeepAlivePingDelay = options.Feeds.PingDelay;
        kestrel.Limits.Http2.KeepAlivePingTimeout = options.Feeds.PingTimeout;
        kestrel.Listen(IPAddress.Loopback, options.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
        kestrel.Listen(IPAddress.Loopback, options.PagePort, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private Uri Address(int index) => new(_application.Urls.ElementAt(index));
}
