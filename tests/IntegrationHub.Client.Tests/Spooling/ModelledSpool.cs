using IntegrationHub.Client.Spooling;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>A spool beside a model of it that knows which byte each write ended at, and so what a crash at any byte leaves.</summary>
internal sealed class ModelledSpool : IDisposable
{
    // So little that files are begun and dropped all the time, and that it is often full.
    private const long Limit = 3_000;

    private readonly TempFolder _folder = new();
    private readonly List<byte[]> _bodies = [];
    private readonly List<(long End, State After)> _unflushed = [];
    private readonly Random _random = new(1);
    private Spool _spool;
    private State _state;
    private State _durable;
    private long _durableEnd;
    private string _file;
    private long _handedOut;

    public ModelledSpool()
    {
        _spool = Open();
        (_file, _durableEnd) = Active();
    }

    public void Append(int size)
    {
        byte[] body = new byte[size];
        _random.NextBytes(body);
        bool taken = _spool.TryAppend(body, out long number);
        if (!taken)
        {
            _state.Settled.ShouldBeLessThan(_state.Last, "an empty spool is never full");
            return;
        }

        number.ShouldBe(_state.Last + 1);
        _bodies.Add(body);
        Write(_state with { Last = number });
    }

    public void Flush()
    {
        _spool.Flush();
        Secured();
    }

    public void Settle(int count)
    {
        long number = Math.Min(_state.Settled + count, _handedOut);
        if (number <= _state.Settled)
            return;
        int files = Files().Length;
        _spool.Settle(number);
        Write(_state with { Settled = number });
        if (Files().Length == files)
            return;
        _spool.Flushed.ShouldBe(_spool.Last, "a file goes when the mark that lets it go is on the disk");
        Secured();
    }

    public void Take()
    {
        bool given = _spool.TryNext(out long number, out byte[] body);
        given.ShouldBe(_handedOut < _durable.Last);
        if (!given)
            return;
        number.ShouldBe(++_handedOut);
        body.ShouldBe(_bodies[(int)number - 1]);
    }

    public void Rebase(long sequence)
    {
        _spool.Rebase(sequence);
        Write(_state with { Base = sequence });
        Secured();
    }

    /// <summary>The process dies, and of what was not flushed only a part is on the disk, cut at any byte.</summary>
    public void Crash(double part)
    {
        _spool.Dispose();
        (string file, long length) = Active();
        long cut = _durableEnd + (long)(part * (length - _durableEnd));
        using (FileStream stream = File.OpenWrite(file))
            stream.SetLength(cut);

        _state = _unflushed.LastOrDefault(write => write.End <= cut, (0, _durable)).After;
        _bodies.RemoveRange((int)_state.Last, _bodies.Count - (int)_state.Last);
        _spool = Open();
        _handedOut = _state.Settled;
        Secured();
    }

    public void ShouldHold() => (_spool.Last, _spool.Settled, _spool.Base).ShouldBe((_state.Last, _state.Settled, _state.Base));

    public void Dispose()
    {
        _spool.Dispose();
        _folder.Dispose();
    }

    private Spool Open() => Spool.Open(_folder, "registers.school-1", Limit);

    private void Write(State after)
    {
        (string file, long length) = Active();
        if (file != _file)
        {
            // Beginning a file flushes the one before, and its own start.
            _durable = _state;
            _durableEnd = length - SpoolRecord.HeaderBytes - _bodies[^1].Length;
            _unflushed.Clear();
            _file = file;
        }

        _state = after;
        _unflushed.Add((length, after));
    }

    private void Secured()
    {
        _durable = _state;
        _unflushed.Clear();
        (_file, _durableEnd) = Active();
    }

    private string[] Files() => [.. Directory.GetFiles(_folder, SpoolFile.Pattern).Order(StringComparer.Ordinal)];

    private (string File, long Length) Active() => Files()[^1] is var file ? (file, new FileInfo(file).Length) : default;

    private readonly record struct State(long Last, long Settled, long? Base);
}
