using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Rebuild;

/// <summary>
/// Fills an empty database with a hub's records and its journal, and makes the projections again on the way: each journal row is
/// written and then applied, in the order of positions, so that it finds what it found when it came and nothing later.
/// </summary>
/// <param name="settings">How much goes into one transaction.</param>
/// <param name="read">Reads a journal row back as the submission that it was, with what it changes.</param>
public sealed class JournalRestorer(HubDatabase database, JournalSettings settings, Func<JournalRow, Submission> read)
{
    /// <param name="rows">Rows as <see cref="JournalTruth.ReadAsync"/> gives them.</param>
    /// <param name="restored">Told how many rows are in, after each transaction.</param>
    /// <exception cref="ReplayException">A row cannot be applied again.</exception>
    public async Task RestoreAsync(IAsyncEnumerable<object> rows, Action<long> restored, CancellationToken cancellationToken)
    {
        var batch = new List<object>();
        var (count, bytes) = (0L, 0L);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            batch.Add(row);
            bytes += PayloadOf(row);
            if (batch.Count < settings.MaxGroupSubmissions && bytes < settings.MaxGroupBytes)
                continue;
            await RestoreAsync(batch, cancellationToken);
            restored(count += batch.Count);
            batch.Clear();
            bytes = 0;
        }
        await RestoreAsync(batch, cancellationToken);
        restored(count + batch.Count);
    }

    private async Task RestoreAsync(List<object> rows, CancellationToken cancellationToken)
    {
        var projections = new List<IProjection>();
        await using (var transaction = await database.BeginWriteAsync(cancellationToken))
        {
            var unwritten = new List<object>();
            foreach (var row in rows)
            {
                // A statement is prepared for a run of rows; a change must find the rows before it.
                if (unwritten.Count > 0 && unwritten[0].GetType() != row.GetType())
                    Write(transaction, unwritten);
                unwritten.Add(row);
                if (row is not JournalRow entry || Read(entry) is not { Projection: { } projection } submission)
                    continue;
                Write(transaction, unwritten);
                await ApplyAsync(transaction.Context, entry, submission, projection, cancellationToken);
                projections.Add(projection);
            }
            Write(transaction, unwritten);
            await transaction.CommitAsync(cancellationToken);
        }
        projections.ForEach(x => x.Committed());
    }

    private static void Write(WriteTransaction transaction, List<object> rows)
    {
        new RowWriter(transaction.Context).Restore(rows);
        rows.Clear();
    }

    private Submission Read(JournalRow row)
    {
        try
        {
            return read(row);
        }
        catch (Exception exception) when (exception is not ReplayException)
        {
            throw new ReplayException(row.Position, row.Feed, exception.GetType().Name, exception);
        }
    }

    private static async Task ApplyAsync(
        HubDbContext context, JournalRow row, Submission submission, IProjection projection, CancellationToken cancellationToken)
    {
        try
        {
            var recorded = await SubmissionLookup.FindAsync(context, submission.Writer, row.SubmissionId, row.ContentHash, cancellationToken)
                ?? throw new InvalidOperationException($"The outcome of position {row.Position} is not on record.");
            var result = await projection.ApplyAsync(
                context, row.Position, submission with { RecordedNotices = recorded.Notices }, cancellationToken);
            if (result.Refusal is { } refusal)
                throw new ReplayException(row.Position, row.Feed, refusal.Reason);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
        catch (Exception exception) when (exception is not (ReplayException or OperationCanceledException))
        {
            throw new ReplayException(row.Position, row.Feed, exception.GetType().Name, exception);
        }
    }

    private static long PayloadOf(object row) => row switch
    {
        JournalRow entry => entry.Payload.Length,
        QuarantinedSubmissionRow refused => refused.Payload.Length,
        _ => 0,
    };
}
