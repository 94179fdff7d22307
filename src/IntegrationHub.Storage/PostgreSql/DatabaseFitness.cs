using Npgsql;

namespace IntegrationHub.Storage.PostgreSql;

/// <summary>What a database must be for a receipt to mean what it says, and for the engines to give lists in one order.</summary>
internal static class DatabaseFitness
{
    private const int LeastVersion = 15;

    /// <exception cref="UnfitDatabaseException">It is not so; the message says what to do.</exception>
    public static async Task RequireAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(source, cancellationToken);
        if (connection.PostgreSqlVersion.Major < LeastVersion)
            throw Unfit($"The server is PostgreSQL {connection.PostgreSqlVersion}; the hub needs {LeastVersion} or newer.");
        foreach (var (setting, promise) in new[]
        {
            ("fsync", "the server tells of commits that a power cut may undo"),
            ("full_page_writes", "a power cut may leave pages half written"),
            ("synchronous_commit", "the server answers before a commit is on disk"),
        })
        {
            if (await AskAsync(connection, $"show {setting}", cancellationToken) == "off")
                throw Unfit($"The server has {setting} off: {promise}, and a receipt would promise more than is kept. Set {setting} = on, for the server or for the hub's role.");
        }
        if (await AskAsync(connection, "show server_encoding", cancellationToken) != "UTF8")
            throw Unfit("The database's encoding is not UTF8. Create it anew: create database hub template template0 encoding 'UTF8' locale 'C'");
        if (await AskAsync(connection, "select datcollate from pg_database where datname = current_database()", cancellationToken) is not ("C" or "POSIX" or "C.UTF-8" or "C.utf8") and var collation)
            throw Unfit($"The database sorts text by {collation}. Lists are paged in the order of code points. Create it anew: create database hub template template0 encoding 'UTF8' locale 'C'");
    }

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new UnfitDatabaseException(
                $"PostgreSQL cannot be reached: {exception.Message} Check Hub:Storage:ConnectionString, and that the server runs and lets the hub's role in.", exception);
        }
    }

    private static async Task<string?> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }

    private static UnfitDatabaseException Unfit(string message) => new(message);
}
