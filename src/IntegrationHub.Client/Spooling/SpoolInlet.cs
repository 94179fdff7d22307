using Grpc.Core;
using IntegrationHub.Client.Feeds;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Spooling;

/// <summary>Over the disk: every submission is in the spool before it is in the window, and what is sent is what the spool holds.</summary>
/// <remarks>
/// Only what is on the disk itself goes to the hub: a hub that had seen what a power cut takes away would stand ahead of this writer. Many who send at
/// once share one flush.
/// </remarks>
internal sealed class SpoolInlet<T>(FeedProtocol<T> protocol, Spool spool, FeedWindow<T> window, bool renumber) : IFeedInlet<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _flushing = new(1, 1);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<long, TaskCompletionSource<FeedReceipt>> _waiters = [];
    private Signal _space;
    private Signal _work;
    private bool _complete;
    private Exception? _failure;

    public int Count => (int)Math.Min(int.MaxValue, spool.Last - spool.Settled);

    public long LastSequence => (spool.Base ?? 0) + spool.Last;

    public async ValueTask AddAsync(T submission, TaskCompletionSource<FeedReceipt>? waiter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[] bytes = protocol.BytesOf(submission);
        while (true)
        {
            Task space;
            lock (_lock)
            {
                if (TryAdd(bytes, waiter))
                    return;
                space = _space.WaitAsync();
            }

            await space.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask SecureAsync(CancellationToken cancellationToken)
    {
        long upTo = spool.Last;
        if (spool.Flushed >= upTo)
            return;

        await _flushing.WaitAsync(cancellationToken);
        try
        {
            // After a failed flush nobody knows what is on the disk, and a second one may say that all is well.
            lock (_lock)
                FeedWindow<T>.ThrowIfEnded(_failure);
            if (spool.Flushed < upTo)
                await Task.Run(spool.Flush, CancellationToken.None);
        }
        catch (IOException exception)
        {
            FeedException failure = Broken(exception);
            Fail(failure);
            throw failure;
        }
        finally
        {
            _flushing.Release();
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _complete = true;
            _work.Wake();
            _space.Wake();
        }
    }

    public void Begin(long watermark)
    {
        long settled = spool.Settled;
        if (renumber || spool.Base is null)
            spool.Rebase(watermark - settled);
        window.Begin(spool.Base!.Value + settled);
        _begun.TrySetResult();
    }

    public async Task FeedAsync(CancellationToken stop)
    {
        try
        {
            await _begun.Task.WaitAsync(stop);
            while (await WaitForMoreAsync(stop))
            {
                if (spool.TryNext(out long number, out byte[] bytes))
                    await window.AddAsync(protocol.Parse(bytes), TakeWaiter(number), stop);
                else
                    await SecureAsync(stop);
            }

            window.Complete();
        }
        catch (IOException exception)
        {
            throw Broken(exception);
        }
    }

    public void Settle(long sequence)
    {
        lock (_lock)
        {
            spool.Settle(sequence - (spool.Base ?? 0));
            _space.Wake();
        }
    }

    public void Fail(Exception failure)
    {
        TaskCompletionSource<FeedReceipt>[] waiters;
        lock (_lock)
        {
            _failure ??= failure;
            waiters = [.. _waiters.Values];
            _waiters.Clear();
            _space.Wake();
            _work.Wake();
        }

        Array.ForEach(waiters, waiter => waiter.TrySetException(failure));
        window.Fail(failure);
    }

    public void Dispose() => spool.Dispose();

    private bool TryAdd(byte[] bytes, TaskCompletionSource<FeedReceipt>? waiter)
    {
        FeedWindow<T>.ThrowIfEnded(_failure);
        FeedWindow<T>.ThrowIfComplete(_complete);
        if (!spool.TryAppend(bytes, out long number))
            return false;
        if (waiter is not null)
            _waiters.Add(number, waiter);
        _work.Wake();
        return true;
    }

    private TaskCompletionSource<FeedReceipt>? TakeWaiter(long number)
    {
        lock (_lock)
            return _waiters.Remove(number, out TaskCompletionSource<FeedReceipt>? waiter) ? waiter : null;
    }

    /// <summary>Waits until the spool has something to hand out. False: it never will again.</summary>
    private async ValueTask<bool> WaitForMoreAsync(CancellationToken stop)
    {
        while (true)
        {
            Task work;
            lock (_lock)
            {
                FeedWindow<T>.ThrowIfEnded(_failure);
                if (spool.HasMore)
                    return true;
                if (_complete)
                    return false;
                work = _work.WaitAsync();
            }

            await work.WaitAsync(stop);
        }
    }

    private static FeedException Broken(IOException exception) =>
        new(FeedException.SpoolFailed, StatusCode.OK, $"The spool can no longer be used: {exception.Message}", exception);
}
