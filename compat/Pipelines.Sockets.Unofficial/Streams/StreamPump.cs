using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>
/// Carries bytes between a stream and two pipes: one loop reads the stream into <see cref="Input"/>, another writes
/// <see cref="Output"/> to the stream. When both have ended, the stream is closed.
/// </summary>
internal sealed class StreamPump : IMeasuredDuplexPipe, IDisposable
{
    private static readonly FailureKinds ReadFailures = new(
        PipeShutdownKind.ReadDisposed,
        PipeShutdownKind.ReadSocketError,
        PipeShutdownKind.ReadIOException,
        PipeShutdownKind.ReadException);

    private static readonly FailureKinds WriteFailures = new(
        PipeShutdownKind.WriteDisposed,
        PipeShutdownKind.WriteSocketError,
        PipeShutdownKind.WriteIOException,
        PipeShutdownKind.WriteException);

    private readonly Stream _stream;
    private readonly Action? _endSending;
    private readonly Pipe _incoming;
    private readonly Pipe _outgoing;
    private long _received;
    private long _sent;
    private int _lastReceived;
    private int _shutdownKind;
    private int _socketError;

    // endSending tells the other end, where the stream can, that no more bytes follow.
    public StreamPump(Stream stream, PipeOptions? send, PipeOptions? receive, Action? endSending = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _endSending = endSending;
        _incoming = new Pipe(receive ?? PipeOptions.Default);
        _outgoing = new Pipe(send ?? PipeOptions.Default);
        _ = RunAsync();
    }

    public PipeReader Input => _incoming.Reader;

    public PipeWriter Output => _outgoing.Writer;

    public long TotalBytesReceived => Volatile.Read(ref _received);

    public long TotalBytesSent => Volatile.Read(ref _sent);

    public int LastReceived => Volatile.Read(ref _lastReceived);

    public PipeShutdownKind ShutdownKind => (PipeShutdownKind)Volatile.Read(ref _shutdownKind);

    public SocketError SocketError => (SocketError)Volatile.Read(ref _socketError);

    /// <summary>True if nothing had ended the connection before.</summary>
    public bool TrySetShutdown(PipeShutdownKind kind) => Interlocked.CompareExchange(ref _shutdownKind, (int)kind, 0) == 0;

    public void Dispose()
    {
        TrySetShutdown(PipeShutdownKind.PipeDisposed);
        _stream.Dispose();
        _incoming.Writer.CancelPendingFlush();
        _outgoing.Reader.CancelPendingRead();
    }

    private async Task RunAsync()
    {
        // Each on a thread of its own: a loop that never has to wait must not keep the other from starting.
        await Task.WhenAll(Task.Run(ReceiveAsync), Task.Run(SendAsync)).ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReceiveAsync()
    {
        Exception? failure = null;
        try
        {
            TrySetShutdown(await FillInputAsync());
        }
        catch (Exception exception)
        {
            failure = Fail(exception, ReadFailures);
        }

        await _incoming.Writer.CompleteAsync(failure);
    }

    private async Task<PipeShutdownKind> FillInputAsync()
    {
        var writer = _incoming.Writer;
        while (true)
        {
            var count = await _stream.ReadAsync(writer.GetMemory(1));
            Volatile.Write(ref _lastReceived, count);
            if (count == 0) return PipeShutdownKind.ReadEndOfStream;

            Interlocked.Add(ref _received, count);
            writer.Advance(count);
            var flush = await writer.FlushAsync();
            if (flush.IsCompleted) return PipeShutdownKind.ReadFlushCompleted;
            if (flush.IsCanceled) return PipeShutdownKind.ReadFlushCanceled;
        }
    }

    private async Task SendAsync()
    {
        Exception? failure = null;
        try
        {
            await DrainOutputAsync();
            TrySetShutdown(PipeShutdownKind.WriteEndOfStream);
            _endSending?.Invoke();
        }
        catch (Exception exception)
        {
            failure = Fail(exception, WriteFailures);
        }

        await _outgoing.Reader.CompleteAsync(failure);
    }

    private async Task DrainOutputAsync()
    {
        var reader = _outgoing.Reader;
        while (true)
        {
            var result = await reader.ReadAsync();
            foreach (var segment in result.Buffer)
            {
                await _stream.WriteAsync(segment);
                Interlocked.Add(ref _sent, segment.Length);
            }

            reader.AdvanceTo(result.Buffer.End);
            await _stream.FlushAsync();
            if (result.IsCompleted || result.IsCanceled) return;
        }
    }

    /// <summary>What the user of the pipe is to see: nothing when we closed the stream ourselves.</summary>
    private Exception? Fail(Exception exception, FailureKinds kinds)
    {
        var socketError = (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode;
        if (socketError is { } code) Interlocked.CompareExchange(ref _socketError, (int)code, 0);

        var (kind, seen) = (exception, socketError) switch
        {
            (ObjectDisposedException, _) or (_, SocketError.OperationAborted or SocketError.Interrupted) => (kinds.Disposed, null),
            (_, SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown) =>
                (kinds.Socket, new ConnectionResetException("The connection was reset.", exception)),
            (_, not null) => (kinds.Socket, exception),
            (IOException, _) => (kinds.IO, exception),
            _ => (kinds.Other, exception),
        };
        TrySetShutdown(kind);
        return seen;
    }

    private sealed record FailureKinds(PipeShutdownKind Disposed, PipeShutdownKind Socket, PipeShutdownKind IO, PipeShutdownKind Other);
}
