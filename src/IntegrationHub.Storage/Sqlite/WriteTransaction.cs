using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>The one write transaction of the moment, by command or through EF Core on the same connection.</summary>
public sealed class WriteTransaction(SqliteConnection connection, SqliteTransaction transaction, Action release) : IAsyncDisposable
{
    private HubDbContext? _context;

    /// <summary>A context that writes in this transaction. Call its SaveChanges before <see cref="CommitAsync"/>.</summary>
    public HubDbContext Context => _context ??= CreateContext();

    public SqliteConnection Connection => connection;

    public SqliteTransaction Transaction => transaction;

    public SqliteCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    /// <summary>Makes everything durable. After it returns, a crash loses nothing of it.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        await transaction.DisposeAsync();
        release();
    }

    private HubDbContext CreateContext()
    {
        var context = new HubDbContext(SqliteDatabase.Options(builder => builder.UseSqlite(connection)));
        context.Database.UseTransaction(transaction);
        return context;
    }
}
