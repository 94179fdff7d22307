using IntegrationHub.Server;
using IntegrationHub.Server.Rebuild;
using IntegrationHub.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Cli.Connection;

/// <summary>A hub in this process, with the lock of its folder.</summary>
internal sealed class LocalHub : IAsyncDisposable
{
    private readonly DataFolder _folder;

    private LocalHub(DataFolder folder, HubHost host)
    {
        _folder = folder;
        Host = host;
    }

    public HubHost Host { get; }

    /// <summary>Starts a hub on a folder; both end with <see cref="DisposeAsync"/>.</summary>
    public static async Task<LocalHub> StartAsync(DataFolder folder, Action<HubOptions> configure, CancellationToken cancellationToken)
    {
        try
        {
            return new LocalHub(folder, await HubHost.StartAsync(folder, configure, LogBesideResults, cancellationToken));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A folder to work on without a hub that serves it.</summary>
    public static OfflineFolder Offline(DataFolder folder) => new() { Data = folder, Prepare = LogBesideResults };

    /// <summary>Why a folder cannot be taken.</summary>
    public static CommandException AlreadyServed(string path) => new(ExitCode.No, DataFolder.AddressOfOwner(path) is { } address
        ? $"The folder {path} is served already, at {address}."
        : $"Another process holds the folder {path}.");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    // Standard output belongs to the command's results, such as JSON that another program reads.
    private static void LogBesideResults(IServiceCollection services) =>
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
