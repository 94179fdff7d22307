using IntegrationHub.Storage.PostgreSql;
using Npgsql;

namespace IntegrationHub.Storage.Tests.PostgreSql;

/// <summary>A database that would break a promise is refused at the start, in words that say what to do.</summary>
[Trait("Engine", "sqlite")]
public sealed class DatabaseFitnessTests
{
    [PostgreSqlFact]
    public async Task Database_ThatIsNotFit_IsRefusedWithWhatToDo()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var fit = await server.CreateDatabaseAsync("fit");

        (await RefusalAsync($"{fit};Options=-c synchronous_commit=off")).ShouldContain("synchronous_commit = on");
        (await RefusalAsync(fit.Replace("Database=fit", "Database=missing", StringComparison.Ordinal))).ShouldContain("Hub:Storage:ConnectionString");
        var unreadable = await RefusalAsync("Hots=db;Password=secret");
        unreadable.ShouldContain("Hub:Storage:ConnectionString");
        unreadable.ShouldNotContain("secret");
        await server.ExecuteAsync("create database latin template template0 encoding 'LATIN1' locale 'C'");
        (await RefusalAsync(fit.Replace("Database=fit", "Database=latin", StringComparison.Ordinal))).ShouldContain("encoding 'UTF8'");

        await using (await PostgreSqlDatabase.OpenAsync(fit, default))
            (await RefusalAsync(fit)).ShouldContain("Another hub serves this database");
        await using (await PostgreSqlDatabase.OpenAsync(fit, default))
        {
            // The one before has let it go.
        }
        await using var connection = new NpgsqlConnection(fit);
        await connection.OpenAsync();
        await using (var newer = new NpgsqlCommand("insert into \"__EFMigrationsHistory\" values ('20990101000000_Future', '99.0.0')", connection))
            await newer.ExecuteNonQueryAsync();
        (await RefusalAsync(fit)).ShouldContain("newer hub");
    }

    private static async Task<string> RefusalAsync(string connectionString) =>
        (await Should.ThrowAsync<InvalidOperationException>(PostgreSqlDatabase.OpenAsync(connectionString, default))).Message;
}
