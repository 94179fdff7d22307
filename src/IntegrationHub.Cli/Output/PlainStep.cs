namespace IntegrationHub.Cli.Output;

/// <summary>A step as plain lines: one every few seconds, and one at its end.</summary>
internal sealed class PlainStep : IProgressStep
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly double? _total;
    private readonly long _start;
    private long _last;

    public PlainStep(Terminal terminal, string name, double? total, TimeProvider clock)
    {
        (_terminal, _name, _total, _clock) = (terminal, name, total, clock);
        _start = _last = clock.GetTimestamp();
    }

    public void Report(double done, string? note = null)
    {
        lock (_lock)
        {
            if (_clock.GetElapsedTime(_last) < Between)
                return;
            _last = _clock.GetTimestamp();
            _terminal.Note($"{_name}: {done / _total:P0}{Rest(note)}");
        }
    }

    public void Complete(string? note = null)
    {
        lock (_lock)
            _terminal.Note($"{_name}: done in {_clock.GetElapsedTime(_start).TotalSeconds:0.0} s{Rest(note)}");
    }

    private static string Rest(string? note) => note is null ? "" : $", {note}";
}
