using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage;

/// <summary>A write transaction, by command or through EF Core on the same connection.</summary>
/// <param name="release">Gives the turn to the next, after the transaction has ended.</param>
public sealed class WriteTransaction(HubDatabase database, DbConnection connection, DbTransaction transaction, Func<ValueTask> release)
    : IAsyncDisposable
{
    private HubDbContext? _context;

    /// <summary>A context that writes in this transaction. Call its SaveChanges before <see cref="CommitAsync"/>.</summary>
    public HubDbContext Context => _context ??= CreateContext();

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <summary>Makes everything durable. After it returns, a crash loses nothing of it.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        await transaction.DisposeAsync();
        await release();
    }

    private HubDbContext CreateContext()
    {
        var context = database.CreateContext(connection);
        context.Database.UseTransaction(transaction);
        return context;
    }
}
