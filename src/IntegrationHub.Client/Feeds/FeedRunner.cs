using Grpc.Core;

namespace IntegrationHub.Client.Feeds;

/// <summary>Keeps a feed going, connection after connection, until everything has its receipt or the feed ends for good.</summary>
internal sealed class FeedRunner<T>(
    FeedProtocol<T> protocol, FeedOptions options, TimeProvider timeProvider, FeedWindow<T> window, IFeedInlet<T> inlet, FeedOutcomes<T> outcomes)
    where T : class
{
    private readonly Backoff _backoff = new(options, timeProvider);
    private readonly HubFaults _faults = new();
    private readonly TaskCompletionSource<long> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile Exception? _feedingFailure;

    /// <summary>The watermark of the first acceptance.</summary>
    public Task<long> Opened => _opened.Task;

    /// <summary>Ends a wait that there is no more reason for.</summary>
    public void Hurry()
    {
        if (window.IsFinished)
            _finished.TrySetResult();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource lifetime = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task feeding = FeedAsync(lifetime);
        try
        {
            while (!lifetime.IsCancellationRequested && !(_opened.Task.IsCompleted && window.IsFinished))
                await RunOnceAsync(lifetime.Token);
            lifetime.Token.ThrowIfCancellationRequested();
            outcomes.End(null);
        }
        catch (Exception exception)
        {
            Exception cause = _feedingFailure ?? exception;
            Exception failure = stop.IsCancellationRequested ? cause : Final(cause);
            inlet.Fail(failure);
            outcomes.End(failure);
            _opened.TrySetException(failure);
            if (failure != exception)
                throw failure;
            throw;
        }
        finally
        {
            await lifetime.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FeedAsync(CancellationTokenSource lifetime)
    {
        try
        {
            await inlet.FeedAsync(lifetime.Token);
            Hurry();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _feedingFailure = exception;
            await lifetime.CancelAsync();
            throw;
        }
    }

    private async Task RunOnceAsync(CancellationToken stop)
    {
        Exception? cause = null;
        FeedSession<T> session = new(protocol, options, timeProvider, window, inlet, outcomes, _backoff, _opened);
        try
        {
            await session.RunAsync(stop);
            if (window.IsFinished)
                return;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested && !FeedFailure.Of(exception).IsFinal)
        {
            cause = exception;
        }

        if (cause is not null && session.WasAccepted)
            _faults.Count(cause, window.Range.First);
        if (_backoff.IsOver)
            throw new FeedException(FeedException.GaveUp, StatusCode.Unavailable, $"The hub has not been heard from for {options.GiveUpAfter}.", cause);

        TimeSpan delay = _backoff.Next(cause is null ? null : FeedFailure.Of(cause).RetryDelay);
        options.OnInterruption?.Invoke(new FeedInterruption(cause, _backoff.Attempts, delay));
        await Task.WhenAny(Task.Delay(delay, timeProvider, stop), _finished.Task);
        stop.ThrowIfCancellationRequested();
    }

    private static Exception Final(Exception exception)
    {
        if (exception is FeedException)
            return exception;

        FeedFailure failure = FeedFailure.Of(exception);
        string what = exception is RpcException rpc ? rpc.Status.Detail : exception.Message;
        return new FeedException(failure.Reason, failure.StatusCode, $"The feed has ended: {failure.Reason ?? failure.StatusCode.ToString()}. {what}", exception);
    }
}
