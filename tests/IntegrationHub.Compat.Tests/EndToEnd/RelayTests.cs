using Grpc.Net.Client;

namespace IntegrationHub.Compat.Tests.EndToEnd;

/// <summary>A server and a client for each test.</summary>
public abstract class RelayTests : IAsyncLifetime
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected RelayHost Host { get; private set; } = null!;

    protected GrpcChannel Channel { get; private set; } = null!;

    protected Relay.RelayClient Client { get; private set; } = null!;

    protected static DateTime Soon => TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1);

    protected string Authority => new Uri(Host.Address).Authority;

    public virtual async Task InitializeAsync()
    {
        Host = await RelayHost.StartAsync();
        Channel = Host.Connect();
        Client = new Relay.RelayClient(Channel);

        // The first call connects; the ones with a deadline should not have to.
        await Client.AskAsync(new Line());
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        await Host.DisposeAsync();
    }
}
