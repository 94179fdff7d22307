using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Journal;

/// <summary>One group commit: its prepared commands, and where each writer in it stands.</summary>
internal sealed class GroupCommit : IDisposable
{
    private readonly JournalCommands _commands;
    private readonly Dictionary<WriterKey, WriterRow> _writers = [];
    private WriteTransaction _transaction = null!;
    private long _lastPosition;

    public GroupCommit(SqliteConnection connection) => _commands = new JournalCommands(connection);

    public void Begin(WriteTransaction transaction)
    {
        _transaction = transaction;
        _commands.Use(transaction.Transaction);
        _writers.Clear();
        _lastPosition = _commands.LastPosition();
    }

    public async ValueTask<SubmissionOutcome> AddAsync(Submission submission)
    {
        var writer = Writer(submission.Writer);
        if (submission.Sequence is { } sequence)
        {
            if (writer.Epoch != submission.Epoch)
                return new() { Kind = OutcomeKind.Superseded };
            if (sequence != writer.Watermark + 1)
                throw new InvalidOperationException($"Sequence {sequence} was queued where {writer.Watermark + 1} was due.");
            writer.Watermark = sequence;
        }
        writer.LastReceivedTime = submission.ReceivedTime;

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
        writer.AcceptedCount++;
        return new()
        {
            Kind = OutcomeKind.Accepted,
            Position = _lastPosition,
            ReceivedTime = submission.ReceivedTime,
            Notices = notices,
        };
    }

    /// <summary>Writes back where the writers of this group stand.</summary>
    public void WriteWriters()
    {
        foreach (var writer in _writers.Values)
            _commands.WriteWriter(writer);
    }

    public void Dispose() => _commands.Dispose();

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
