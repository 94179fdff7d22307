using System.Data.Common;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Journal;

/// <summary>One group commit: its prepared commands, and where each writer in it stands.</summary>
internal sealed class GroupCommit : IDisposable
{
    private readonly JournalCommands _commands;
    private readonly Dictionary<WriterKey, WriterRow> _writers = [];
    private WriteTransaction _transaction = null!;
    private BulkAppend? _bulk;
    private long _lastPosition;

    public GroupCommit(DbConnection connection) => _commands = new JournalCommands(connection);

    /// <summary>The connection whose commands are prepared.</summary>
    public DbConnection Connection => _commands.Connection;

    public void Begin(WriteTransaction transaction)
    {
        _transaction = transaction;
        _bulk = transaction.Context.IsPostgreSql() ? new BulkAppend(transaction.Context) : null;
        _commands.Use(transaction.Transaction);
        _writers.Clear();
        _lastPosition = _commands.LastPosition();
    }

    /// <summary>Adds submissions, in their order.</summary>
    public async ValueTask<SubmissionOutcome[]> AddAsync(IReadOnlyList<Submission> submissions)
    {
        var outcomes = new SubmissionOutcome[submissions.Count];
        for (var i = 0; i < outcomes.Length;)
        {
            var plain = _bulk is null ? 0 : submissions.Skip(i).TakeWhile(BulkAppend.Takes).Count();
            if (plain > 1)
                AddPlain(submissions.Skip(i).Take(plain), outcomes.AsSpan(i));
            else
                outcomes[i] = await AddAsync(submissions[i]);
            i += Math.Max(plain, 1);
        }
        return outcomes;
    }

    /// <summary>Adds submissions that change nothing but the journal, all by a few statements.</summary>
    private void AddPlain(IEnumerable<Submission> submissions, Span<SubmissionOutcome> outcomes)
    {
        var place = 0;
        var entries = new List<(Submission Submission, int Place)>();
        foreach (var submission in submissions)
        {
            if (TakeSequence(submission, Writer(submission.Writer)))
                entries.Add((submission, place));
            else
                outcomes[place] = new() { Kind = OutcomeKind.Superseded };
            place++;
        }
        var positions = _bulk!.Append(entries.ConvertAll(x => x.Submission), ref _lastPosition);
        for (var i = 0; i < entries.Count; i++)
        {
            var (submission, at) = entries[i];
            outcomes[at] = positions[i] is { } position
                ? Accept(submission, position, submission.Notices)
                : Repeated(submission, Writer(submission.Writer));
        }
    }

    private async ValueTask<SubmissionOutcome> AddAsync(Submission submission)
    {
        var writer = Writer(submission.Writer);
        if (!TakeSequence(submission, writer))
            return new() { Kind = OutcomeKind.Superseded };

        var position = submission.Refusal is null ? _lastPosition + 1 : (long?)null;
        if (!_commands.InsertSubmission(submission, position))
            return Repeated(submission, writer);
        if (submission.Refusal is { } refusal)
            return Refuse(submission, writer, refusal);

        _lastPosition = position!.Value;
        var notices = submission.Notices;
        if (submission.Projection is { } projection)
        {
            var result = await ProjectAsync(projection, submission, _lastPosition);
            if (result.Refusal is { } late)
            {
                _lastPosition--;
                _commands.RefuseSubmission(submission, late);
                return Refuse(submission, writer, late);
            }
            notices = [.. notices, .. result.Notices];
            if (result.Notices.Count > 0)
                _commands.UpdateNotices(submission, notices);
        }
        else
        {
            _commands.InsertJournal(submission, _lastPosition);
        }
        return Accept(submission, _lastPosition, notices);
    }

    /// <summary>Writes back where the writers of this group stand.</summary>
    public void WriteWriters()
    {
        foreach (var writer in _writers.Values)
            _commands.WriteWriter(writer);
    }

    public void Dispose() => _commands.Dispose();

    /// <returns>False: a newer opening of the writer has fenced the submission off.</returns>
    private static bool TakeSequence(Submission submission, WriterRow writer)
    {
        if (submission.Sequence is { } sequence)
        {
            if (writer.Epoch != submission.Epoch)
                return false;
            if (sequence != writer.Watermark + 1)
                throw new InvalidOperationException($"Sequence {sequence} was queued where {writer.Watermark + 1} was due.");
            writer.Watermark = sequence;
        }
        writer.LastReceivedTime = submission.ReceivedTime;
        return true;
    }

    private SubmissionOutcome Accept(Submission submission, long position, IReadOnlyList<ItemNotice> notices)
    {
        Writer(submission.Writer).AcceptedCount++;
        return new() { Kind = OutcomeKind.Accepted, Position = position, ReceivedTime = submission.ReceivedTime, Notices = notices };
    }

    private async Task<ProjectionResult> ProjectAsync(IProjection projection, Submission submission, long position)
    {
        const string Savepoint = "projection";
        await _transaction.Transaction.SaveAsync(Savepoint);
        _commands.InsertJournal(submission, position);
        var result = await projection.ApplyAsync(_transaction.Context, position, submission, CancellationToken.None);
        if (result.Refusal is null)
            await _transaction.Context.SaveChangesAsync();
        else
            await _transaction.Transaction.RollbackAsync(Savepoint);
        await _transaction.Transaction.ReleaseAsync(Savepoint);
        _transaction.Context.ChangeTracker.Clear();
        return result;
    }

    /// <summary>The id had been used: a duplicate if the content is the same, otherwise a mistake of the sender's.</summary>
    private SubmissionOutcome Repeated(Submission submission, WriterRow writer)
    {
        var first = _commands.FindSubmission(submission.Writer, submission.SubmissionId)
            ?? throw new InvalidOperationException("A submission's key was taken and is gone.");
        return first.ContentHash.AsSpan().SequenceEqual(submission.ContentHash)
            ? SubmissionLookup.OutcomeOf(first)
            : Refuse(submission, writer, SubmissionLookup.Reused);
    }

    private SubmissionOutcome Refuse(Submission submission, WriterRow writer, Refusal refusal)
    {
        writer.RefusedCount++;
        _commands.Quarantine(submission, refusal);
        return new() { Kind = OutcomeKind.Refused, ReceivedTime = submission.ReceivedTime, Refusal = refusal };
    }

    private WriterRow Writer(WriterKey key)
    {
        if (_writers.TryGetValue(key, out var writer))
            return writer;
        return _writers[key] = _commands.FindWriter(key)
            ?? new WriterRow { Authority = key.Authority, System = key.System, Feed = key.Feed, WriterId = key.WriterId };
    }
}
