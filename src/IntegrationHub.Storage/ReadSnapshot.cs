using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage;

/// <summary>
/// One unchanging state of the hub to read from, beside whatever is being written: what <see cref="Position"/> names and nothing
/// after it; or what the hub had known at an earlier position.
/// </summary>
public sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private ReadSnapshot(DbConnection connection, DbTransaction transaction, HubDbContext context, long last, long? knownAt)
    {
        _connection = connection;
        _transaction = transaction;
        Context = context;
        IsOfThePast = knownAt < last;
        Position = IsOfThePast ? knownAt!.Value : last;
        Known = new KnownRecords(context, IsOfThePast ? knownAt : null);
    }

    /// <summary>Reads in the snapshot, without tracking.</summary>
    public HubDbContext Context { get; }

    /// <summary>Rolls, schools and calendars as they were known at the position.</summary>
    public KnownRecords Known { get; }

    /// <summary>What is read is known up to this journal position: the last one, unless an earlier one was asked for.</summary>
    public long Position { get; }

    /// <summary>Whether the journal goes on beyond the position.</summary>
    public bool IsOfThePast { get; }

    /// <param name="transaction">One whose first read fixes what it sees until its end.</param>
    /// <param name="context">A context over the connection.</param>
    internal static async Task<ReadSnapshot> BeginAsync(
        DbConnection connection, DbTransaction transaction, HubDbContext context, long? knownAt, CancellationToken cancellationToken)
    {
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        var last = await context.Journal.MaxAsync(x => (long?)x.Position, cancellationToken) ?? 0;
        return new ReadSnapshot(connection, transaction, context, last, knownAt);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
