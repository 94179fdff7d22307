using System.Collections.Concurrent;

namespace IntegrationHub.City.Streaming;

/// <summary>Counts one feed's marks or records as they go out and as their receipts come in, which is in the same order.</summary>
internal sealed class FeedMeter
{
    private readonly ConcurrentQueue<int> _underway = new();
    private long _sent;
    private long _receipted;

    public long Sent => Interlocked.Read(ref _sent);

    public long Receipted => Interlocked.Read(ref _receipted);

    /// <summary>What an earlier run had sent.</summary>
    public void Skip(long items)
    {
        Interlocked.Add(ref _sent, items);
        Interlocked.Add(ref _receipted, items);
    }

    public void Send(int items)
    {
        _underway.Enqueue(items);
        Interlocked.Add(ref _sent, items);
    }

    public void Receive()
    {
        if (_underway.TryDequeue(out int items))
            Interlocked.Add(ref _receipted, items);
    }
}
