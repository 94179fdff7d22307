namespace IntegrationHub.Client.Feeds;

/// <summary>The submissions without a receipt, oldest first: those sent on this connection, then those still to be sent.</summary>
/// <remarks>
/// A submission keeps its sequence for ever, so the writer's k-th submission has sequence k however often the connection breaks. That is what lets
/// a sender with a repeatable source start again by skipping as many submissions as the watermark says. Guarded by its owner's lock.
/// </remarks>
internal sealed class FeedOutbox<T>
    where T : class
{
    private readonly Queue<FeedEntry<T>> _owed = new();
    private readonly Queue<FeedEntry<T>> _unsent = new();

    public int Count => _owed.Count + _unsent.Count;

    /// <summary>Sent, and owed a receipt.</summary>
    public int OwedCount => _owed.Count;

    public int UnsentCount => _unsent.Count;

    public IEnumerable<FeedEntry<T>> Entries => _owed.Concat(_unsent);

    public void Add(FeedEntry<T> entry) => _unsent.Enqueue(entry);

    /// <summary>The next to send; it is owed a receipt from now on.</summary>
    public bool TryTake(out FeedEntry<T> entry)
    {
        bool taken = _unsent.TryDequeue(out entry);
        if (taken)
            _owed.Enqueue(entry);
        return taken;
    }

    public bool TryPeekOwed(out FeedEntry<T> entry) => _owed.TryPeek(out entry);

    /// <summary>The oldest that was sent has its receipt.</summary>
    public void Settle() => _owed.Dequeue();

    /// <summary>Everything is to be sent again.</summary>
    public void Rewind()
    {
        int unsent = _unsent.Count;
        while (_owed.TryDequeue(out FeedEntry<T> entry))
            _unsent.Enqueue(entry);
        for (; unsent > 0; unsent--)
            _unsent.Enqueue(_unsent.Dequeue());
    }
}
