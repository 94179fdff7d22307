using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Cli.Tests.Export;

/// <summary>A line to a hub that breaks once so many bytes have come from it.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _hubPort;
    private readonly Task _running;
    private int _left;

    public CutLine(int hubPort, int bytes)
    {
        (_hubPort, _left) = (hubPort, bytes);
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _running = RunAsync();
    }

    public string Address { get; }

    public bool WasCut => _left <= 0;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync()
    {
        using var client = await _listener.AcceptSocketAsync();
        using var hub = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await hub.ConnectAsync(IPAddress.Loopback, _hubPort);
        // Nobody is there any more once it has broken.
        _listener.Stop();
        await Task.WhenAny(PassAsync(client, hub, _ => { }), PassAsync(hub, client, count => _left -= count));
    }

    private async Task PassAsync(Socket from, Socket to, Action<int> passed)
    {
        var buffer = new byte[1024];
        while (!WasCut && await from.ReceiveAsync(buffer) is var count and > 0)
        {
            passed(count);
            await to.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
