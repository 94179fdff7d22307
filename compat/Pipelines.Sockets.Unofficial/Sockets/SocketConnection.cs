using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Hints on how to do the reading and writing; none of them changes what a connection does.</summary>
[Flags]
public enum SocketConnectionOptions
{
    None = 0,
    ZeroLengthReads = 1,
    InlineReads = 2,
    InlineWrites = 4,
    InlineConnect = 8,
}

/// <summary>
/// A connected socket as a pair of pipes. Completing <see cref="Output"/> ends the sending side once everything is sent;
/// disposing closes the socket at once.
/// </summary>
public sealed class SocketConnection : IMeasuredDuplexPipe, IDisposable
{
    private const long Unknown = -1;

    private readonly StreamPump _pump;
    private readonly string _name;

    private SocketConnection(Socket socket, PipeOptions? sendPipeOptions, PipeOptions? receivePipeOptions, string? name)
    {
        Socket = socket;
        _name = string.IsNullOrWhiteSpace(name) ? GetType().Name : name;
        _pump = new StreamPump(
            new NetworkStream(socket, ownsSocket: true),
            sendPipeOptions,
            receivePipeOptions,
            () => socket.Shutdown(SocketShutdown.Send));
    }

    public PipeReader Input => _pump.Input;

    public PipeWriter Output => _pump.Output;

    public Socket Socket { get; }

    public PipeShutdownKind ShutdownKind => _pump.ShutdownKind;

    public SocketError SocketError => _pump.SocketError;

    public long BytesRead => _pump.TotalBytesReceived;

    public long BytesSent => _pump.TotalBytesSent;

    /// <summary>How many bytes the last read gave; 0 at the end of the stream.</summary>
    public int LastReceived => _pump.LastReceived;

    long IMeasuredDuplexPipe.TotalBytesSent => BytesSent;

    long IMeasuredDuplexPipe.TotalBytesReceived => BytesRead;

    public static SocketConnection Create(
        Socket socket,
        PipeOptions? sendPipeOptions,
        PipeOptions? receivePipeOptions,
        SocketConnectionOptions socketConnectionOptions = SocketConnectionOptions.None,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return new SocketConnection(socket, sendPipeOptions, receivePipeOptions, name);
    }

    /// <summary>Fails when an assembly that the connections need is missing; here there is none to miss.</summary>
    public static void AssertDependencies()
    {
    }

    /// <summary>Small messages leave at once, instead of waiting for the answer to the ones before.</summary>
    public static void SetRecommendedClientOptions(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (socket.AddressFamily != AddressFamily.Unix) socket.NoDelay = true;
    }

    /// <summary>Says that the protocol itself ended the conversation; true if nothing else had ended it before.</summary>
    public bool TrySetProtocolShutdown(PipeShutdownKind kind) =>
        kind is PipeShutdownKind.ProtocolExitClient or PipeShutdownKind.ProtocolExitServer && _pump.TrySetShutdown(kind);

    public Counters GetCounters()
    {
        try
        {
            return new Counters(Socket.Available);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return new Counters(Unknown);
        }
    }

    public void Dispose() => _pump.Dispose();

    public override string ToString() => _name;

    /// <summary>Bytes under way, for diagnostics. The pipes do not tell their lengths, so those are unknown: -1.</summary>
    public readonly struct Counters
    {
        internal Counters(long bytesAvailableOnSocket)
        {
            BytesAvailableOnSocket = bytesAvailableOnSocket;
            BytesWaitingToBeSent = Unknown;
            BytesWaitingToBeRead = Unknown;
        }

        public long BytesAvailableOnSocket { get; }

        public long BytesWaitingToBeSent { get; }

        public long BytesWaitingToBeRead { get; }
    }
}
