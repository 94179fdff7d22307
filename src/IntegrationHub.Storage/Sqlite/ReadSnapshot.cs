using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// One unchanging state of the hub to read from, beside whatever is being written: what <see cref="Position"/> names and nothing
/// after it.
/// </summary>
public sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private ReadSnapshot(SqliteConnection connection, SqliteTransaction transaction, HubDbContext context, long position)
    {
        _connection = connection;
        _transaction = transaction;
        Context = context;
        Position = position;
    }

    /// <summary>Reads in the snapshot, without tracking.</summary>
    public HubDbContext Context { get; }

    /// <summary>The journal's last position in the snapshot.</summary>
    public long Position { get; }

    internal static async Task<ReadSnapshot> BeginAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        // Deferred: an immediate transaction would take the write lock.
        var transaction = connection.BeginTransaction(deferred: true);
        var context = new HubDbContext(SqliteDatabase.Options(builder => builder.UseSqlite(connection)));
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        // The first read fixes the snapshot.
        var position = await context.Journal.MaxAsync(x => (long?)x.Position, cancellationToken) ?? 0;
        return new ReadSnapshot(connection, transaction, context, position);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
