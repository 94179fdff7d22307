namespace IntegrationHub.Client.Spooling;

/// <summary>Submissions on disk, numbered from 1 in the order they came, until they are settled. Safe for many threads; it never waits, but for the disk.</summary>
internal sealed class Spool : IDisposable
{
    private const long LargestFile = 8L << 20;

    private readonly Lock _lock = new();
    private readonly SpoolLock _held;
    private readonly string _owner;
    private readonly long _limit;
    private readonly List<SpoolFile> _files;
    private readonly SpoolCursor _cursor;
    private long _next;
    private long _last;
    private long _flushed;
    private long _settled;
    private long? _base;
    private bool _disposed;

    private Spool(SpoolLock held, SpoolRecovery found, string owner, long limit)
    {
        _held = held;
        _owner = owner;
        _limit = limit;
        _base = found.Base;
        _settled = found.Settled;
        _files = found.Files;
        if (_files.Count == 0)
            _files.Add(SpoolFile.Create(held.Folder, 1, new SpoolStart(owner, null, 0)));

        // What an unflushed write of the last process left is read like the rest; it goes to the disk before it goes to the hub.
        _last = _files[^1].Last;
        _files[^1].Flush();
        _flushed = _last;
        _next = _settled + 1;
        _cursor = new SpoolCursor(_files[0]);
    }

    /// <summary>The number of the last submission that was ever taken.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>Everything up to this number is settled.</summary>
    public long Settled => Volatile.Read(ref _settled);

    /// <summary>Everything up to this number is on the disk itself.</summary>
    public long Flushed => Volatile.Read(ref _flushed);

    /// <summary>True when something waits that <see cref="TryNext"/> has not handed out.</summary>
    public bool HasMore
    {
        get
        {
            lock (_lock)
                return _next <= _last;
        }
    }

    /// <summary>What to add to a number to get its sequence. Null while the hub has never been reached.</summary>
    public long? Base
    {
        get
        {
            lock (_lock)
                return _base;
        }
    }

    private SpoolFile Active => _files[^1];

    /// <summary>Opens a writer's folder and takes up what is in it.</summary>
    /// <param name="folder">The folder. It is created when it is missing.</param>
    /// <param name="owner">The feed and writer; a folder of another's is not taken.</param>
    /// <param name="limit">How many bytes its files may have together.</param>
    /// <exception cref="FeedException">Another process has it, or it is damaged.</exception>
    public static Spool Open(string folder, string owner, long limit)
    {
        SpoolLock held = SpoolLock.Take(folder);
        try
        {
            SpoolRecovery found = new(held.Folder, owner);
            found.Run();
            return new Spool(held, found, owner, limit);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Writes a submission at the end; it is safe when <see cref="Flush"/> has returned. False: full.</summary>
    /// <remarks>What is larger than the limit by itself is taken when nothing else waits; otherwise it could never be sent.</remarks>
    public bool TryAppend(ReadOnlySpan<byte> submission, out long number)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            int size = SpoolRecord.HeaderBytes + submission.Length;
            number = _last + 1;
            if (_last > _settled && _files.Sum(file => file.Length) + size > _limit)
                return false;
            if (Active.Last >= Active.First && Active.Length + size > Math.Min(LargestFile, _limit / 4))
                Roll();
            Active.Append(SpoolKind.Submission, number, submission);
            _last = number;
            return true;
        }
    }

    /// <summary>Returns when everything appended before is on the disk itself.</summary>
    public void Flush()
    {
        SpoolFile file;
        long upTo;
        lock (_lock)
            (file, upTo) = (Active, _last);
        if (Flushed >= upTo)
            return;

        try
        {
            file.Flush();
        }
        catch (ObjectDisposedException) when (Flushed >= upTo)
        {
            // Another file was begun, which flushed this one, and all that is in it was settled meanwhile.
        }

        lock (_lock)
            _flushed = Math.Max(_flushed, upTo);
    }

    /// <summary>The next submission that is on the disk and was not handed out since the spool was opened.</summary>
    public bool TryNext(out long number, out byte[] submission)
    {
        lock (_lock)
        {
            number = _next;
            submission = [];
            if (_disposed || _next > _flushed)
                return false;

            SpoolRecord record;
            do
            {
                record = _cursor.Read(_files);
            }
            while (record.Kind != SpoolKind.Submission || record.Number < _next);
            submission = record.Body;
            _next++;
            return true;
        }
    }

    /// <summary>Settles everything up to a number. A mark that is lost in a crash costs a submission sent twice, never one lost, so it is not flushed.</summary>
    public void Settle(long number)
    {
        lock (_lock)
        {
            if (_disposed || number <= _settled)
                return;
            _settled = number;
            try
            {
                Active.Append(SpoolKind.Settled, number, []);
                Sweep();
            }
            catch (IOException)
            {
                // The disk is full. Files go with a later mark; what has none is sent again after a restart.
            }
        }
    }

    /// <summary>Says what sequences the numbers stand for. On disk when it returns, since the hub sees sequences next.</summary>
    public void Rebase(long newBase)
    {
        lock (_lock)
        {
            Active.Append(SpoolKind.Base, newBase, []);
            FlushActive();
            _base = newBase;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _files.ForEach(file => file.Dispose());
        }

        _held.Dispose();
    }

    private void FlushActive()
    {
        Active.Flush();
        _flushed = _last;
    }

    private void Roll()
    {
        FlushActive();
        _files.Add(SpoolFile.Create(_held.Folder, _last + 1, new SpoolStart(_owner, _base, _settled)));
        Sweep();
    }

    // Files go from the oldest, and not before the mark that lets them go is on the disk: one that is missing without it would be a loss.
    private void Sweep()
    {
        if (_files.Count == 1 || _files[0].Last > _settled)
            return;
        FlushActive();
        while (_files.Count > 1 && _files[0].Last <= _settled)
        {
            SpoolFile oldest = _files[0];
            _files.RemoveAt(0);
            _cursor.Leave(oldest, _files[0]);
            oldest.Delete();
        }
    }
}
