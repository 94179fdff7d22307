using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial;

/// <summary>
/// Socket arguments that can be awaited: start an operation with them, call <see cref="Complete"/> if it ended at once,
/// then await. The result is the number of bytes; a failure throws <see cref="SocketException"/>.
/// </summary>
public class SocketAwaitableEventArgs(PipeScheduler? ioScheduler = null) : SocketAsyncEventArgs, ICriticalNotifyCompletion
{
    private static readonly Action Done = () => { };

    private Action? _continuation;
    private SocketError _aborted = SocketError.Success;

    public bool IsCompleted => ReferenceEquals(Volatile.Read(ref _continuation), Done);

    public SocketAwaitableEventArgs GetAwaiter() => this;

    public int GetResult()
    {
        Volatile.Write(ref _continuation, null);
        var error = _aborted == SocketError.Success ? SocketError : _aborted;
        return error == SocketError.Success ? BytesTransferred : throw new SocketException((int)error);
    }

    /// <summary>Gives up waiting: whoever awaits sees the error, whatever becomes of the operation.</summary>
    public void Abort(SocketError error = SocketError.OperationAborted)
    {
        if (error == SocketError.Success) throw new ArgumentException("An abort needs an error.", nameof(error));

        _aborted = error;
        Complete();
    }

    public void Complete()
    {
        var continuation = Interlocked.Exchange(ref _continuation, Done);
        if (continuation is not null && !ReferenceEquals(continuation, Done)) Resume(continuation);
    }

    public void OnCompleted(Action continuation)
    {
        // Either the operation is still running and the continuation waits, or it has just ended.
        if (Interlocked.CompareExchange(ref _continuation, continuation, null) is not null) Resume(continuation);
    }

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    protected override void OnCompleted(SocketAsyncEventArgs e) => Complete();

    private void Resume(Action continuation) =>
        (ioScheduler ?? PipeScheduler.Inline).Schedule(static state => ((Action)state!)(), continuation);
}
