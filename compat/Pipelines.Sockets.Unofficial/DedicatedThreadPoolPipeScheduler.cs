using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>
/// Runs pipe callbacks on threads of its own, so that they go on when the shared thread pool is starved. What would wait
/// in too long a queue goes to the thread pool after all.
/// </summary>
public sealed class DedicatedThreadPoolPipeScheduler : PipeScheduler, IDisposable
{
    private readonly Queue<(Action<object?> Action, object? State)> _queue = new();
    private readonly int _longestQueue;
    private readonly string _name;
    private int _idle;
    private bool _disposed;
    private long _servicedByQueue;
    private long _servicedByPool;

    public DedicatedThreadPoolPipeScheduler(
        string? name = null,
        int workerCount = 5,
        int useThreadPoolQueueLength = 10,
        ThreadPriority priority = ThreadPriority.Normal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workerCount);
        ArgumentOutOfRangeException.ThrowIfNegative(useThreadPoolQueueLength);
        _name = string.IsNullOrWhiteSpace(name) ? GetType().Name : name;
        _longestQueue = useThreadPoolQueueLength;
        WorkerCount = workerCount;
        for (var i = 0; i < workerCount; i++)
        {
            new Thread(Work) { Name = _name, Priority = priority, IsBackground = true }.Start();
        }
    }

    public int WorkerCount { get; }

    public long TotalServicedByQueue => Volatile.Read(ref _servicedByQueue);

    public long TotalServicedByPool => Volatile.Read(ref _servicedByPool);

    /// <summary>How many of the threads have nothing to do.</summary>
    public int AvailableCount => Volatile.Read(ref _idle);

    public override void Schedule(Action<object?> action, object? state)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_queue)
        {
            if (!_disposed && WorkerCount > 0 && _queue.Count < Math.Max(_longestQueue, 1))
            {
                _queue.Enqueue((action, state));
                Monitor.Pulse(_queue);
                return;
            }
        }

        Interlocked.Increment(ref _servicedByPool);
        ThreadPool.Schedule(action, state);
    }

    public override string ToString() => _name;

    /// <summary>Ends the threads once the queue is empty; what is scheduled from now on goes to the thread pool.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            _disposed = true;
            Monitor.PulseAll(_queue);
        }
    }

    private void Work()
    {
        while (TryTake(out var work))
        {
            Interlocked.Increment(ref _servicedByQueue);
            work.Action(work.State);
        }
    }

    private bool TryTake(out (Action<object?> Action, object? State) work)
    {
        lock (_queue)
        {
            while (!_queue.TryDequeue(out work))
            {
                if (_disposed) return false;
                _idle++;
                Monitor.Wait(_queue);
                _idle--;
            }

            return true;
        }
    }
}
