namespace IntegrationHub.Server.Tests;

/// <summary>A clock that moves when it is told to, and fires the timers that fall due on the way.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly HashSet<Timer> _timers = [];
    private readonly List<(TimeSpan DueIn, TaskCompletionSource Set)> _waiting = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when somebody waits for exactly so long.</summary>
    public Task TimerSetAsync(TimeSpan dueIn)
    {
        lock (_lock)
        {
            if (_timers.Any(x => x.Due - _now == dueIn))
                return Task.CompletedTask;
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((dueIn, set));
            return set.Task.WaitAsync(Patience);
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(x => x.Due <= _now).OrderBy(x => x.Due)];
            _timers.ExceptWith(due);
        }
        due.ForEach(x => x.Fire());
    }

    private void Set(Timer timer, TimeSpan dueIn)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueIn == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueIn;
            _timers.Add(timer);
            foreach (var (_, set) in _waiting.Where(x => x.DueIn == dueIn))
                set.TrySetResult();
        }
    }

    private sealed class Timer(ManualClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("Nothing in the hub waits again and again.");
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
