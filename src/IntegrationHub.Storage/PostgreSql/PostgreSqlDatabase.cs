using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationHub.Storage.PostgreSql;

/// <summary>
/// The engine of production: a PostgreSQL database. What SQLite's one writing connection does there, an advisory lock does here, so that
/// positions follow the order of commits; schools are folded side by side, each under a lock of its own.
/// </summary>
public sealed class PostgreSqlDatabase : HubDatabase
{
    private readonly NpgsqlDataSource _source;
    private NpgsqlConnection? _serving;

    private PostgreSqlDatabase(string connectionString)
    {
        _source = NpgsqlDataSource.Create(SettingsOf(connectionString));
        ReadOptions = Options(builder => builder.UseNpgsql(_source));
    }

    private protected override DbContextOptions<HubDbContext> ReadOptions { get; }

    /// <summary>Opens the database, checks that it is durable, and brings its schema up to date.</summary>
    /// <param name="connectionString">As Npgsql takes it.</param>
    /// <exception cref="UnfitDatabaseException">The database is not fit for a hub; the message says why and what to do.</exception>
    public static async Task<PostgreSqlDatabase> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var database = new PostgreSqlDatabase(connectionString);
        try
        {
            await DatabaseFitness.RequireAsync(database._source, cancellationToken);
            await database.TakeAsync(cancellationToken);
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
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            return await ReadSnapshot.BeginAsync(connection, transaction, CreateContext(connection), knownAt, cancellationToken);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var turn = new NpgsqlCommand($"select pg_advisory_xact_lock({AdvisoryLocks.Write})", connection, transaction))
                await turn.ExecuteNonQueryAsync(cancellationToken);
            return new WriteTransaction(this, connection, transaction, connection.DisposeAsync);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<FoldClaim?> ClaimFoldAsync(SchoolKey school, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var claim = new NpgsqlCommand("select pg_try_advisory_xact_lock($1, $2)", connection, transaction)
            {
                Parameters = { new() { Value = AdvisoryLocks.FoldOf(school.Authority) }, new() { Value = school.Laestab } },
            };
            if ((bool)(await claim.ExecuteScalarAsync(cancellationToken))!)
                return new FoldClaim(_ => Task.FromResult(new WriteTransaction(this, connection, transaction, connection.DisposeAsync)), connection.DisposeAsync);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_serving is not null)
        {
            await using (var release = new NpgsqlCommand("select pg_advisory_unlock_all()", _serving))
                await release.ExecuteNonQueryAsync();
            await _serving.DisposeAsync();
        }
        await _source.DisposeAsync();
    }

    internal override HubDbContext CreateContext(DbConnection connection) => new(Options(builder => builder.UseNpgsql(connection)));

    private static NpgsqlConnectionStringBuilder SettingsOf(string connectionString)
    {
        try
        {
            // What is run often is prepared by itself; a hub has some tens of such statements.
            return new(connectionString) { MaxAutoPrepare = 100, ApplicationName = "IntegrationHub" };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // The string may hold a password, and the exception a part of the string.
            throw new UnfitDatabaseException(
                "Hub:Storage:ConnectionString cannot be read. Write it as \"Host=db;Database=hub;Username=hub\"; Npgsql's documentation names every part.");
        }
    }

    /// <summary>
    /// One hub at a time serves a database, as one process owns the embedded file: what a hub has in memory of rolls and schools, another
    /// does not tell it to read again.
    /// </summary>
    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var take = new NpgsqlCommand($"select pg_try_advisory_lock({AdvisoryLocks.Serve})", connection);
        if ((bool)(await take.ExecuteScalarAsync(cancellationToken))!)
        {
            _serving = connection;
            return;
        }
        await connection.DisposeAsync();
        throw new UnfitDatabaseException(
            "Another hub serves this database. Stop it first; or give this one a database of its own.");
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = CreateReadContext();
        if (await IsOlderAsync(context, cancellationToken))
            await context.Database.MigrateAsync(cancellationToken);
    }
}
