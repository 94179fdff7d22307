using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// The embedded engine: one file, one process, one writing connection. Reads run beside writes on their own connections, each on
/// a snapshot of its own (WAL).
/// </summary>
/// <remarks>
/// A receipt promises that the outcome is on disk, so the file is opened with journal_mode=WAL and synchronous=FULL, and start-up
/// refuses anything weaker. The caller holds <see cref="DataFolder"/>'s lock: a second process on the same file is refused there.
/// </remarks>
public sealed class SqliteDatabase : HubDatabase
{
    private readonly SemaphoreSlim _writeGate = new(1, 1);
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;

    private SqliteDatabase(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 60 }.ToString();
        ReadOptions = Options(builder => builder.UseSqlite(_connectionString));
        _writer = new SqliteConnection(_connectionString);
    }

    private protected override DbContextOptions<HubDbContext> ReadOptions { get; }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Opens the file, brings its schema up to date and checks that it is durable.</summary>
    /// <exception cref="UnfitDatabaseException">The file cannot be made durable, or is newer than this hub.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var database = new SqliteDatabase(path);
        try
        {
            await database._writer.OpenAsync(cancellationToken);
            await database.RequireDurabilityAsync(cancellationToken);
            await database.MigrateAsync(cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public override async Task<ReadSnapshot> BeginReadAsync(long? knownAt, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return await SnapshotAsync(connection, knownAt, cancellationToken);
    }

    /// <summary>
    /// An unchanging state of a file that another process serves. Nothing is written to the file, and the serving goes on. The caller
    /// disposes it.
    /// </summary>
    /// <exception cref="UnfitDatabaseException">The file is of another version of the hub.</exception>
    public static async Task<ReadSnapshot> ReadServedAsync(string path, CancellationToken cancellationToken)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 60 };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var context = Over(connection);
            if (await IsOlderAsync(context, cancellationToken))
                throw new UnfitDatabaseException("The database file is served by an older hub. Use the command of that version.");
            return await SnapshotAsync(connection, null, cancellationToken);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves everything from the log into the file itself, which then stands alone.</summary>
    /// <exception cref="IOException">Another process reads the file, and needs the log.</exception>
    public async Task CheckpointAsync(CancellationToken cancellationToken)
    {
        if (await PragmaAsync("wal_checkpoint(TRUNCATE)", cancellationToken) != "0")
            throw new IOException($"Another process reads {Path}. Nothing was changed; try again when it has ended.");
    }

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        await _writeGate.WaitAsync(cancellationToken);
        try
        {
            return new WriteTransaction(this, _writer, _writer.BeginTransaction(deferred: false), Release);
        }
        catch
        {
            _writeGate.Release();
            throw;
        }

        ValueTask Release()
        {
            _writeGate.Release();
            return ValueTask.CompletedTask;
        }
    }

    /// <remarks>One process folds, and its workers share schools out among themselves.</remarks>
    public override Task<FoldClaim?> ClaimFoldAsync(SchoolKey school, CancellationToken cancellationToken) =>
        Task.FromResult<FoldClaim?>(new FoldClaim(BeginWriteAsync));

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        _writeGate.Dispose();
    }

    internal override HubDbContext CreateContext(DbConnection connection) => Over(connection);

    private static HubDbContext Over(DbConnection connection) => new(Options(builder => builder.UseSqlite(connection)));

    private static Task<ReadSnapshot> SnapshotAsync(SqliteConnection connection, long? knownAt, CancellationToken cancellationToken) =>
        // Deferred: an immediate transaction would take the write lock.
        ReadSnapshot.BeginAsync(connection, connection.BeginTransaction(deferred: true), Over(connection), knownAt, cancellationToken);

    private async Task RequireDurabilityAsync(CancellationToken cancellationToken)
    {
        await PragmaAsync("journal_mode=WAL", cancellationToken);
        await PragmaAsync("synchronous=FULL", cancellationToken);
        if (await PragmaAsync("journal_mode", cancellationToken) != "wal" || await PragmaAsync("synchronous", cancellationToken) != "2")
            throw new UnfitDatabaseException(
                "The database file cannot be opened with journal_mode=WAL and synchronous=FULL, without which a receipt would promise "
                + "more than the disk keeps. Put the data folder on a local disk.");
        // Enough for the pages of a fold pass; the default of 2 MB writes the same pages several times.
        await PragmaAsync("cache_size=-65536", cancellationToken);
        await PragmaAsync("wal_autocheckpoint=4000", cancellationToken);
    }

    private async Task<string?> PragmaAsync(string pragma, CancellationToken cancellationToken)
    {
        await using var command = _writer.CreateCommand();
        command.CommandText = $"pragma {pragma}";
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = Over(_writer);
        if (!await IsOlderAsync(context, cancellationToken))
            return;
        await ClearAbandonedMigrationLockAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// A process killed inside a migration leaves its row in EF Core's lock table, on which the next one would wait for ever. The
    /// data folder's lock says that no other process migrates, so the row can only be such a left-over.
    /// </summary>
    private async Task ClearAbandonedMigrationLockAsync(CancellationToken cancellationToken)
    {
        await using var command = _writer.CreateCommand();
        command.CommandText = "drop table if exists \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
