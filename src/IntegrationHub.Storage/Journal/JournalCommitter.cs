using System.Threading.Channels;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Journal;

/// <summary>
/// Writes submissions into the journal in group commits: whatever has gathered while the last commit was on its way to disk goes
/// into the next, so that many writers share one wait for the disk. Positions are given here, in the order of commits.
/// </summary>
public sealed class JournalCommitter : IAsyncDisposable
{
    private readonly HubDatabase _database;
    private readonly JournalSettings _settings;
    private readonly Channel<PendingSubmission> _queue = Channel.CreateUnbounded<PendingSubmission>(new() { SingleReader = true });
    private readonly Task _loop;
    private GroupCommit? _group;

    public JournalCommitter(HubDatabase database, JournalSettings settings)
    {
        _database = database;
        _settings = settings;
        _loop = Task.Run(CommitAllAsync);
    }

    /// <summary>Raised after each commit that changes registers or rolls: the schools concerned. Handlers must be quick.</summary>
    public event Action<IReadOnlyCollection<SchoolKey>>? RegistersCommitted;

    /// <summary>
    /// Queues a submission. Submissions of one writer keep their order. The task ends when the outcome is durable, or fails when
    /// it could not be made so; then nothing of it is kept and it may be sent again.
    /// </summary>
    public Task<SubmissionOutcome> AppendAsync(Submission submission)
    {
        var pending = new PendingSubmission(submission);
        if (!_queue.Writer.TryWrite(pending))
            pending.Fail(new ObjectDisposedException(nameof(JournalCommitter)));
        return pending.Outcome;
    }

    /// <summary>Opens a writer: its older streams are fenced off from this moment.</summary>
    public async Task<WriterOpening> OpenWriterAsync(WriterKey writer, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.BeginWriteAsync(cancellationToken);
        await using var command = Commands.Create(transaction.Connection, transaction.Transaction,
            """
            insert into writer (authority, system, feed, writer_id, epoch, watermark, accepted_count, refused_count)
            values ($1, $2, $3, $4, 1, 0, 0, 0)
            on conflict (authority, system, feed, writer_id) do update set epoch = writer.epoch + 1
            returning epoch, watermark
            """, writer.Authority, writer.System, (short)writer.Feed, writer.WriterId);
        WriterOpening opening;
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            opening = new WriterOpening(reader.GetInt64(0), reader.GetInt64(1));
        }
        await transaction.CommitAsync(cancellationToken);
        return opening;
    }

    /// <summary>Lets what is queued become durable, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _group?.Dispose();
    }

    private async Task CommitAllAsync()
    {
        var batch = new List<PendingSubmission>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            var bytes = 0L;
            while (batch.Count < _settings.MaxGroupSubmissions && bytes < _settings.MaxGroupBytes && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
                bytes += next.Submission.Payload.Length;
            }
            await CommitOrSplitAsync(batch);
            batch.Clear();
        }
    }

    /// <summary>
    /// When a group fails, each of its members is tried alone: one that cannot be projected must not keep the others out.
    /// </summary>
    private async Task CommitOrSplitAsync(List<PendingSubmission> batch)
    {
        try
        {
            await CommitAsync(batch);
        }
        catch (Exception) when (batch.Count > 1)
        {
            foreach (var pending in batch.ToList())
                await CommitOrSplitAsync([pending]);
        }
        catch (Exception exception)
        {
            batch[0].Fail(exception);
        }
    }

    private async Task CommitAsync(List<PendingSubmission> batch)
    {
        SubmissionOutcome[] outcomes;
        await using (var transaction = await _database.BeginWriteAsync(CancellationToken.None))
        {
            var group = Group(transaction);
            outcomes = await group.AddAsync(batch.ConvertAll(x => x.Submission));
            group.WriteWriters();
            await transaction.CommitAsync(CancellationToken.None);
        }
        Announce(batch, outcomes);
        for (var i = 0; i < batch.Count; i++)
            batch[i].Complete(outcomes[i]);
    }

    /// <summary>The group's commands, prepared once where the connection stays the same.</summary>
    private GroupCommit Group(WriteTransaction transaction)
    {
        if (_group is null || _group.Connection != transaction.Connection)
        {
            _group?.Dispose();
            _group = new GroupCommit(transaction.Connection);
        }
        _group.Begin(transaction);
        return _group;
    }

    private void Announce(List<PendingSubmission> batch, SubmissionOutcome[] outcomes)
    {
        HashSet<SchoolKey>? schools = null;
        for (var i = 0; i < batch.Count; i++)
        {
            if (outcomes[i].Kind != OutcomeKind.Accepted)
                continue;
            var submission = batch[i].Submission;
            submission.Projection?.Committed();
            if (submission.School is { } school)
                (schools ??= []).Add(new SchoolKey(submission.Writer.Authority, school));
            if (submission.Projection is { SchoolsToFold: { Count: > 0 } touched })
                (schools ??= []).UnionWith(touched);
        }
        if (schools is not null)
            RegistersCommitted?.Invoke(schools);
    }

    private sealed class PendingSubmission(Submission submission)
    {
        private readonly TaskCompletionSource<SubmissionOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Submission Submission => submission;

        public Task<SubmissionOutcome> Outcome => _outcome.Task;

        public void Complete(SubmissionOutcome outcome) => _outcome.TrySetResult(outcome);

        public void Fail(Exception exception) => _outcome.TrySetException(exception);
    }
}
