using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage;

/// <summary>Where a hub keeps all that it holds. Two engines do it, and say the same to whoever reads.</summary>
public abstract class HubDatabase : IAsyncDisposable
{
    /// <summary>How contexts for reading reach the database.</summary>
    private protected abstract DbContextOptions<HubDbContext> ReadOptions { get; }

    /// <summary>A context for reading, on a connection of its own. The caller disposes it.</summary>
    public HubDbContext CreateReadContext()
    {
        var context = new HubDbContext(ReadOptions);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>An unchanging state to read from. The caller disposes it.</summary>
    public Task<ReadSnapshot> BeginReadAsync(CancellationToken cancellationToken) => BeginReadAsync(null, cancellationToken);

    /// <summary>An unchanging state to read from, as it was known at a journal position. The caller disposes it.</summary>
    /// <param name="knownAt">The position; null, or one that the journal has not passed: the last.</param>
    public abstract Task<ReadSnapshot> BeginReadAsync(long? knownAt, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for its turn among all that write to this database, in this process or another, and begins a transaction. Disposing
    /// without commit rolls back.
    /// </summary>
    public abstract Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <summary>Takes a school to fold. Null: another worker or process has it. The caller disposes it.</summary>
    public abstract Task<FoldClaim?> ClaimFoldAsync(SchoolKey school, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>A context over a connection.</summary>
    internal abstract HubDbContext CreateContext(DbConnection connection);

    /// <returns>Whether the schema is older than this hub's.</returns>
    /// <exception cref="UnfitDatabaseException">It is newer.</exception>
    private protected static async Task<bool> IsOlderAsync(HubDbContext context, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet();
        var known = context.Database.GetMigrations().ToList();
        return applied.Except(known).Any()
            ? throw new UnfitDatabaseException("The database was written by a newer hub. Run that version, or restore an older backup.")
            : !known.All(applied.Contains);
    }

    private protected static DbContextOptions<HubDbContext> Options(Action<DbContextOptionsBuilder<HubDbContext>> engine)
    {
        var builder = new DbContextOptionsBuilder<HubDbContext>();
        engine(builder);
        return builder.Options;
    }
}
