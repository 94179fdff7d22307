using System.Diagnostics.CodeAnalysis;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>
/// The submissions that have no receipt: a queue whose front is sent and owed a receipt, and whose back is still to be sent. After a break all of
/// it is to be sent again.
/// </summary>
/// <remarks>
/// A submission keeps its sequence for ever, so the writer's k-th submission has sequence k however often the connection breaks. That is what lets
/// a sender with a repeatable source start again by skipping as many submissions as the watermark says.
/// </remarks>
internal sealed class FeedWindow<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Queue<FeedEntry<T>> _owed = new();
    private readonly Queue<FeedEntry<T>> _unsent = new();
    private Signal _space;
    private Signal _work;
    private long _last = -1;
    private int _limit = 1;
    private bool _complete;
    private Exception? _failure;

    /// <summary>How many submissions have no receipt.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return Outstanding;
        }
    }

    /// <summary>True when nothing more will come and everything has its receipt.</summary>
    public bool IsFinished
    {
        get
        {
            lock (_lock)
                return _complete && Outstanding == 0;
        }
    }

    private int Outstanding => _owed.Count + _unsent.Count;

    /// <summary>Puts a submission at the back, waiting while the window is full.</summary>
    public ValueTask AddAsync(T submission, TaskCompletionSource<FeedReceipt>? waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (TryAdd(submission, waiter))
                return ValueTask.CompletedTask;
        }

        return AddSlowlyAsync(submission, waiter, cancellationToken);
    }

    /// <summary>The next submission to send; it counts as owed a receipt from now on. <paramref name="more"/> is true when another follows at once.</summary>
    public bool TryTake(out FeedEntry<T> entry, out bool more)
    {
        lock (_lock)
        {
            bool taken = _unsent.TryDequeue(out entry);
            if (taken)
                _owed.Enqueue(entry);
            more = _unsent.Count > 0;
            return taken;
        }
    }

    /// <summary>Completes when there may be something to send, a receipt came in, or nothing more will come.</summary>
    public Task WaitForWorkAsync(bool draining)
    {
        lock (_lock)
        {
            bool ready = draining ? _owed.Count == 0 : _unsent.Count > 0 || (_complete && Outstanding == 0) || _failure is not null;
            return ready ? Task.CompletedTask : _work.WaitAsync();
        }
    }

    /// <summary>Makes whoever waits for work look again.</summary>
    public void Poke()
    {
        lock (_lock)
            _work.Wake();
    }

    /// <summary>True when no sent submission is owed a receipt.</summary>
    public bool OwesNothing
    {
        get
        {
            lock (_lock)
                return _owed.Count == 0;
        }
    }

    /// <summary>The oldest submission owed a receipt.</summary>
    public bool TryPeekOwed(out FeedEntry<T> entry)
    {
        lock (_lock)
            return _owed.TryPeek(out entry);
    }

    /// <summary>Takes the oldest owed submission out: it has its receipt.</summary>
    public void Settle()
    {
        lock (_lock)
        {
            _owed.Dequeue();

            // Senders wake when a quarter of the window is free, not at each receipt: a burst then fills whole packets.
            if (Outstanding <= _limit - Math.Max(1, _limit / 4))
                _space.Wake();
            if (_owed.Count == 0)
                _work.Wake();
        }
    }

    /// <summary>Puts everything without a receipt back to the state of unsent, in order, and takes the limit of a new connection.</summary>
    public void Rewind(int limit)
    {
        lock (_lock)
        {
            int unsent = _unsent.Count;
            while (_owed.TryDequeue(out FeedEntry<T> entry))
                _unsent.Enqueue(entry);
            for (; unsent > 0; unsent--)
                _unsent.Enqueue(_unsent.Dequeue());

            _limit = limit;
            _space.Wake();
        }
    }

    /// <summary>Numbers the submissions to come from the one after <paramref name="watermark"/>. Once, at the first acceptance.</summary>
    public void Begin(long watermark)
    {
        lock (_lock)
            _last = watermark;
    }

    /// <summary>The sequences between which the writer stands: below the first everything has a receipt here, the last is the last given out.</summary>
    public (long First, long Last) Range()
    {
        lock (_lock)
            return (_last - Outstanding + 1, _last);
    }

    /// <summary>Nothing more will come.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _complete = true;
            _work.Wake();
            _space.Wake();
        }
    }

    /// <summary>Ends the window: those who wait get the failure, and so does everybody who comes.</summary>
    public void Fail(Exception failure)
    {
        List<FeedEntry<T>> entries;
        lock (_lock)
        {
            if (_failure is not null)
                return;
            _failure = failure;
            entries = [.. _owed, .. _unsent];
            _work.Wake();
            _space.Wake();
        }

        foreach (FeedEntry<T> entry in entries)
            entry.Waiter?.TrySetException(failure);
    }

    /// <summary>What has no receipt, oldest first.</summary>
    public IReadOnlyList<T> Snapshot()
    {
        lock (_lock)
            return [.. _owed.Concat(_unsent).Select(entry => entry.Submission)];
    }

    private async ValueTask AddSlowlyAsync(
        T submission, TaskCompletionSource<FeedReceipt>? waiter, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task space;
            lock (_lock)
            {
                if (TryAdd(submission, waiter))
                    return;
                space = _space.WaitAsync();
            }

            await space.WaitAsync(cancellationToken);
        }
    }

    private bool TryAdd(T submission, TaskCompletionSource<FeedReceipt>? waiter)
    {
        ThrowIfEnded();
        if (Outstanding >= _limit)
            return false;

        _unsent.Enqueue(new FeedEntry<T>(++_last, submission, waiter));
        if (_unsent.Count == 1)
            _work.Wake();
        return true;
    }

    private void ThrowIfEnded()
    {
        if (_failure is not null)
            Rethrow(_failure);
        if (_complete)
            throw new InvalidOperationException("The feed has been completed; nothing more can be sent on it.");
    }

    [DoesNotReturn]
    private static void Rethrow(Exception failure)
    {
        if (failure is FeedException feed)
            throw new FeedException(feed.Reason, feed.StatusCode, feed.Message, feed);
        throw new InvalidOperationException("The feed has ended.", failure);
    }
}
