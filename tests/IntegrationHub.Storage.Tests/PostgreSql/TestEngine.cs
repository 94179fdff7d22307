using Npgsql;

namespace IntegrationHub.Storage.Tests.PostgreSql;

/// <summary>
/// The engine that the tests run on: the embedded one, or with HUB_TEST_ENGINE=postgresql a real PostgreSQL, where each hub of a test gets a
/// database of its own.
/// </summary>
internal static class TestEngine
{
    private const string Template = "hub_template";
    private static readonly Lazy<Task<PostgreSqlServer>> Server = new(StartAsync);
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static int _databases;

    /// <summary>Whether tests are to run on PostgreSQL.</summary>
    public static bool IsPostgreSql { get; } = Environment.GetEnvironmentVariable("HUB_TEST_ENGINE") switch
    {
        null or "" or "sqlite" => false,
        "postgresql" => true,
        var other => throw new InvalidOperationException($"HUB_TEST_ENGINE is {other}; it may be sqlite or postgresql."),
    };

    /// <summary>A new, empty database with the newest schema.</summary>
    /// <returns>How to reach it.</returns>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Server.Value;
        // A template may be copied by one at a time.
        await OneAtATime.WaitAsync();
        try
        {
            return await server.CreateDatabaseAsync($"test_{Interlocked.Increment(ref _databases)}", Template);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Gives a database up.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var own = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(own);
        await (await Server.Value).DropDatabaseAsync(new NpgsqlConnectionStringBuilder(connectionString).Database!);
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = await PostgreSqlServer.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var template = await server.CreateDatabaseAsync(Template);
        await using (await Storage.PostgreSql.PostgreSqlDatabase.OpenAsync(template, CancellationToken.None))
        {
            // Opening brings the schema up to date.
        }
        NpgsqlConnection.ClearAllPools();
        return server;
    }
}
