using Grpc.Net.Client;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;

namespace IntegrationHub.Cli.Connection;

/// <summary>
/// A hub to talk to: one that runs elsewhere, or one in this process for as long as the command takes. Commands cannot tell which,
/// as both are spoken to through gRPC.
/// </summary>
internal sealed class HubConnection : IAsyncDisposable
{
    /// <summary>The system that the command line calls as: the hub's own.</summary>
    public const string System = Caller.HubSystem;

    private static readonly TimeSpan OwnerStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel _channel;
    private readonly LocalHub? _own;

    private HubConnection(Uri address, LocalHub? own)
    {
        _own = own;
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxReceiveMessageSize = 64 * 1024 * 1024 });
        Client = new HubClient(_channel, new HubClientOptions { System = System });
    }

    public HubClient Client { get; }

    /// <summary>Connects to the address, or to the hub of the folder.</summary>
    /// <param name="folder">The data folder, where no address is given.</param>
    /// <param name="hubAddress">The address of a running hub; null: the folder's.</param>
    /// <param name="create">Whether a folder that is not there yet is made.</param>
    /// <exception cref="CommandException">There is no such hub.</exception>
    public static async Task<HubConnection> OpenAsync(string folder, string? hubAddress, bool create, CancellationToken cancellationToken)
    {
        if (hubAddress is not null)
            return await ToRunningAsync(AddressOf(hubAddress), cancellationToken);
        if (!create && !File.Exists(DataFolder.DatabaseFileOf(folder)))
        {
            throw CommandException.Unreachable(
                $"There is no hub's file in the folder {folder}. Name the folder with --data, or a running hub with --hub.");
        }
        return DataFolder.TryOpen(folder) is { } own
            ? await OfOwnAsync(own, cancellationToken)
            : await ToRunningAsync(await OwnersAddressAsync(folder, cancellationToken), cancellationToken);
    }

    /// <summary>Connects to a hub that this process has started for itself.</summary>
    public static HubConnection To(HubHost host) => new(host.GrpcAddress, null);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (_own is not null)
            await _own.DisposeAsync();
    }

    // A feed goes on trying for as long as it may; whether anybody is there at all is asked first, once.
    private static async Task<HubConnection> ToRunningAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new HubConnection(address, null);
        try
        {
            var registers = new RegisterIngestService.RegisterIngestServiceClient(connection.Client.Invoker);
            await registers.GetWriterCheckpointAsync(
                new GetWriterCheckpointRequest { WriterId = System }, deadline: DateTime.UtcNow + FirstAnswer, cancellationToken: cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<HubConnection> OfOwnAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var hub = await LocalHub.StartAsync(folder, options =>
        {
            options.GrpcPort = 0;
            options.PagePort = 0;
            options.Reconciliation.Schedule = "";
            options.Quarantine.Schedule = "";
        }, cancellationToken);
        return new HubConnection(hub.Host.GrpcAddress, hub);
    }

    // The owner announces its address when it serves, which on a large file is some time after it took the folder.
    private static async Task<Uri> OwnersAddressAsync(string folder, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var waited = TimeSpan.Zero; waited < OwnerStart; waited += timer.Period)
        {
            if (DataFolder.AddressOfOwner(folder) is { Length: > 0 } address)
                return AddressOf(address);
            await timer.WaitForNextTickAsync(cancellationToken);
        }
        throw CommandException.Unreachable($"Another process holds the folder {folder}, but does not say where it serves.");
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address
            : throw CommandException.WrongUsage($"{text} is not an address. It looks like http://127.0.0.1:7443.");
}
