using Grpc.Net.Client;

namespace IntegrationHub.Client;

/// <summary>Makes channels to a hub that notice when the far end is gone.</summary>
public static class HubChannel
{
    private static readonly TimeSpan DefaultPing = TimeSpan.FromSeconds(15);

    /// <summary>A channel whose connection is asked for a sign of life while streams are open, and given up without one.</summary>
    /// <remarks>
    /// A network can swallow a connection without a word. A feed finds that out by itself, by the hub's heartbeats, and opens again; but a channel made
    /// without such pings goes on using the dead connection for that, sometimes for a quarter of an hour.
    /// </remarks>
    /// <param name="address">The hub's address, for example https://hub.example.gov.uk:7443.</param>
    /// <param name="ping">How long to wait before asking, and then for the answer. At least a second. Null: 15 seconds.</param>
    public static GrpcChannel ForAddress(Uri address, TimeSpan? ping = null) => GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler
        {
            KeepAlivePingDelay = ping ?? DefaultPing,
            KeepAlivePingTimeout = ping ?? DefaultPing,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            EnableMultipleHttp2Connections = true,
        },
        DisposeHttpClient = true,
    });
}
