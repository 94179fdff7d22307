using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>
/// A bad line between a client and a hub: it delivers late and in pieces, cuts connections in the middle of a message, and lets
/// them stall without a word. What befalls the n-th connection, and after how many bytes, depends on the seed alone.
/// </summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private static readonly LineFault[] Deck =
        [LineFault.Cut, LineFault.Cut, LineFault.StallToHub, LineFault.StallToClient, LineFault.Stall];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<LineStall> _stalls = [];
    private readonly ConcurrentBag<LossyConnection> _connections = [];
    private readonly ConcurrentQueue<LineFault> _faults = [];
    private readonly int _hubPort;
    private readonly Random _chance;
    private readonly Task _accepting;
    private LineFault[] _dealt = [];

    public LossyProxy(int hubPort, int seed)
    {
        (_hubPort, _chance) = (hubPort, new Random(seed));
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>From now on nothing goes wrong any more.</summary>
    public bool Calm { get; set; }

    public IReadOnlyCollection<LineFault> Faults => _faults;

    public IReadOnlyCollection<LineStall> Stalls => _stalls;

    /// <summary>The client has broken off whatever it had.</summary>
    public void ClientNotices()
    {
        foreach (var stall in _stalls)
            stall.ClientNotices();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var connection in _connections)
            connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptSocketAsync();
            var hub = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await hub.ConnectAsync(IPAddress.Loopback, _hubPort);
            client.NoDelay = true;
            // Enough for the connection to begin; few enough to fall in the midst of things.
            var connection = new LossyConnection(this, client, hub, Deal(), _chance.Next(2_000, 30_000), _chance.Next());
            _connections.Add(connection);
            connection.Run();
        }
    }

    /// <summary>Every fault has its turn, in an order of chance.</summary>
    private LineFault Deal()
    {
        if (_dealt.Length == 0)
        {
            _dealt = [.. Deck];
            _chance.Shuffle(_dealt);
        }
        var fault = _dealt[0];
        _dealt = _dealt[1..];
        return fault;
    }

    internal LineStall? Begin(LineFault fault)
    {
        _faults.Enqueue(fault);
        if (fault == LineFault.Cut)
            return null;
        var stall = new LineStall(fault, TimeProvider.System.GetTimestamp());
        _stalls.Enqueue(stall);
        return stall;
    }
}
