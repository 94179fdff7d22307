namespace IntegrationHub.Server.Registers;

/// <summary>Whether a school waits to be folded or is being folded, whether something has come since, and who waits for it.</summary>
internal sealed class FoldTurn
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _inNextPass = [];
    private readonly List<TaskCompletionSource> _inThisPass = [];
    private bool _isQueued;
    private bool _again;

    /// <summary>Asks for a pass.</summary>
    /// <returns>Whether the school is to be queued; false: it is.</returns>
    public bool Ask()
    {
        lock (_lock)
        {
            _again = true;
            return !_isQueued && (_isQueued = true);
        }
    }

    /// <summary>Ends when all that was committed before the call is folded.</summary>
    public Task CatchUpAsync()
    {
        lock (_lock)
        {
            if (!_isQueued)
                return Task.CompletedTask;
            // A pass under way may have read before the last commit; the one that begins after this reads it.
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _inNextPass.Add(waiting);
            return waiting.Task;
        }
    }

    /// <summary>A pass begins.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _again = false;
            _inThisPass.AddRange(_inNextPass);
            _inNextPass.Clear();
        }
    }

    /// <summary>A pass ends.</summary>
    /// <param name="more">Whether it left something for another.</param>
    /// <returns>Whether the school is to be queued again.</returns>
    public bool End(bool more)
    {
        lock (_lock)
        {
            if (!more)
                Tell(_inThisPass);
            _isQueued = more || _again;
            if (!_isQueued)
                Tell(_inNextPass);
            return _isQueued;
        }
    }

    private static void Tell(List<TaskCompletionSource> waiting)
    {
        waiting.ForEach(x => x.TrySetResult());
        waiting.Clear();
    }
}
