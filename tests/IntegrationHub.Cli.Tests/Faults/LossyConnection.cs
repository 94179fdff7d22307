using System.Net.Sockets;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>One connection over a bad line. Its fault comes after a number of bytes, whichever way they went.</summary>
internal sealed class LossyConnection(LossyProxy proxy, Socket client, Socket hub, LineFault fault, long bytesToFault, int seed) : IDisposable
{
    private const int LongestDelay = 4;

    private readonly Lock _lock = new();
    private long _bytesLeft = bytesToFault;
    private bool _faulted;
    private LineStall? _stall;

    public void Run()
    {
        _ = PumpAsync(client, hub, toHub: true, new Random(seed));
        _ = PumpAsync(hub, client, toHub: false, new Random(seed + 1));
    }

    public void Dispose()
    {
        client.Dispose();
        hub.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, bool toHub, Random chance)
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer.AsMemory(0, chance.Next(1, buffer.Length)))) > 0)
            {
                await Task.Delay(chance.Next(LongestDelay));
                var passing = Pass(read, toHub);
                if (passing > 0)
                    await to.SendAsync(buffer.AsMemory(0, passing));
                if (passing < read && _stall is null)
                    Reset();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has reset the connection, or it was cut. The other learns of it as of an end.
        }
        End(toHub);
    }

    /// <summary>How many of these bytes still go through.</summary>
    private int Pass(int bytes, bool toHub)
    {
        lock (_lock)
        {
            if (_faulted || proxy.Calm || bytes < _bytesLeft)
            {
                _bytesLeft -= _faulted ? 0 : bytes;
                return _faulted && IsStalled(toHub) ? 0 : bytes;
            }
            _faulted = true;
            _stall = proxy.Begin(fault);
            var before = (int)Math.Max(0, _bytesLeft);
            return _stall is null || IsStalled(toHub) ? Math.Min(before, bytes - 1) : bytes;
        }
    }

    /// <summary>An end travels on, unless that way is stalled; then the other side must find out by itself.</summary>
    private void End(bool toHub)
    {
        lock (_lock)
        {
            if (!toHub)
                _stall?.HubNotices();
            if (_faulted && IsStalled(toHub))
                return;
        }
        Reset();
    }

    private bool IsStalled(bool toHub) => fault == LineFault.Stall || fault == (toHub ? LineFault.StallToHub : LineFault.StallToClient);

    private void Reset()
    {
        foreach (var socket in (Socket[])[client, hub])
            socket.Close(timeout: 0);
    }
}
