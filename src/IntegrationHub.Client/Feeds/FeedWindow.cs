using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>Stands between those who send and the connection: numbers submissions, holds senders back at the limit, and wakes who has something to do.</summary>
internal sealed class FeedWindow<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly FeedOutbox<T> _outbox = new();
    private Signal _space;
    private Signal _work;
    private long _last;
    private long _released;
    private bool _keeps;
    private int _limit = 1;
    private bool _complete;
    private Exception? _failure;

    /// <summary>How many submissions have no receipt.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _outbox.Count;
        }
    }

    /// <summary>True when nothing more will come and everything has its receipt.</summary>
    public bool IsFinished
    {
        get
        {
            lock (_lock)
                return _complete && _outbox.Count == 0;
        }
    }

    /// <summary>True when no submission sent on this connection is owed a receipt.</summary>
    public bool OwesNothing
    {
        get
        {
            lock (_lock)
                return _outbox.OwedCount == 0;
        }
    }

    /// <summary>What has no receipt, oldest first.</summary>
    public IReadOnlyList<T> Unreceipted
    {
        get
        {
            lock (_lock)
                return [.. _outbox.Entries.Select(entry => entry.Submission)];
        }
    }

    /// <summary>The sequences that stand without a receipt: none below the first, and the last is the last given out.</summary>
    public (long First, long Last) Range
    {
        get
        {
            lock (_lock)
                return (_last - _outbox.Count + 1, _last);
        }
    }

    /// <summary>Numbers the submissions to come from the one after <paramref name="watermark"/>. Once, at the first acceptance.</summary>
    public void Begin(long watermark)
    {
        lock (_lock)
            _last = _released = watermark;
    }

    /// <summary>Puts a submission at the back, waiting while the window is full.</summary>
    public async ValueTask AddAsync(T submission, TaskCompletionSource<FeedReceipt>? waiter, CancellationToken cancellationToken)
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

    /// <summary>The next submission to send. <paramref name="more"/> is true when another follows at once.</summary>
    public bool TryTake(out FeedEntry<T> entry, out bool more)
    {
        lock (_lock)
        {
            bool taken = _outbox.TryTake(out entry);
            more = _outbox.UnsentCount > 0;
            return taken;
        }
    }

    /// <summary>The oldest submission owed a receipt.</summary>
    public bool TryPeekOwed(out FeedEntry<T> entry)
    {
        lock (_lock)
            return _outbox.TryPeekOwed(out entry);
    }

    /// <summary>The oldest submission owed a receipt has it. When it is kept, its place is taken until its release.</summary>
    public void Settle(bool keep)
    {
        lock (_lock)
        {
            _keeps = keep;
            _outbox.Settle();
            WakeSenders();
            if (_outbox.OwedCount == 0)
                _work.Wake();
        }
    }

    /// <summary>Frees the places of what was kept, up to a sequence.</summary>
    public void Release(long sequence)
    {
        lock (_lock)
        {
            _released = Math.Max(_released, sequence);
            WakeSenders();
        }
    }

    /// <summary>Takes the limit of a new connection, on which everything without a receipt is to be sent again.</summary>
    public void Rewind(int limit)
    {
        lock (_lock)
        {
            _outbox.Rewind();
            _limit = limit;
            _space.Wake();
        }
    }

    /// <summary>Completes when the connection's writer should look again. While draining it waits for receipts only.</summary>
    public Task WaitForWorkAsync(bool draining)
    {
        lock (_lock)
        {
            bool ready = draining ? _outbox.OwedCount == 0 : _outbox.UnsentCount > 0 || (_complete && _outbox.Count == 0);
            return ready ? Task.CompletedTask : _work.WaitAsync();
        }
    }

    /// <summary>Makes the connection's writer look again.</summary>
    public void Poke()
    {
        lock (_lock)
            _work.Wake();
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
        FeedEntry<T>[] entries;
        lock (_lock)
        {
            if (_failure is not null)
                return;
            _failure = failure;
            entries = [.. _outbox.Entries];
            _space.Wake();
        }

        foreach (FeedEntry<T> entry in entries)
            entry.Waiter?.TrySetException(failure);
    }

    /// <summary>Throws when the feed has ended.</summary>
    public static void ThrowIfEnded(Exception? failure)
    {
        if (failure is not null)
            throw Again(failure);
    }

    /// <summary>Throws when the feed has been completed.</summary>
    public static void ThrowIfComplete(bool complete)
    {
        if (complete)
            throw new InvalidOperationException("The feed has been completed; nothing more can be sent on it.");
    }

    private int Taken => _outbox.Count + (_keeps ? (int)(_last - _outbox.Count - _released) : 0);

    // Senders wake when a quarter of the window is free, not at each receipt: a burst then fills whole packets.
    private void WakeSenders()
    {
        if (Taken <= _limit - Math.Max(1, _limit / 4))
            _space.Wake();
    }

    private bool TryAdd(T submission, TaskCompletionSource<FeedReceipt>? waiter)
    {
        ThrowIfEnded(_failure);
        ThrowIfComplete(_complete);
        if (Taken >= _limit)
            return false;

        _outbox.Add(new FeedEntry<T>(++_last, submission, waiter));
        if (_outbox.UnsentCount == 1)
            _work.Wake();
        return true;
    }

    private static Exception Again(Exception failure) => failure is FeedException feed
        ? new FeedException(feed.Reason, feed.StatusCode, feed.Message, feed)
        : new InvalidOperationException("The feed has ended.", failure);
}
