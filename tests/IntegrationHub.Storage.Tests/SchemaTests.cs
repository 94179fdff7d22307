using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Tests;

/// <summary>The migrations are written by hand, so a test must keep them and the model together.</summary>
[Trait("Engine", "sqlite")]
public sealed class SchemaTests
{
    [Fact]
    public async Task Migrations_FromNothing_GiveTheModelsSchema()
    {
        await using var migrated = await TestDatabase.OpenAsync();
        await using var context = migrated.Database.CreateReadContext();
        await using var created = new SqliteConnection("Data Source=:memory:");
        await created.OpenAsync();
        await using var model = new HubDbContext(new DbContextOptionsBuilder<HubDbContext>().UseSqlite(created).Options);
        await model.Database.EnsureCreatedAsync();

        await context.Database.OpenConnectionAsync();
        var actual = Describe((SqliteConnection)context.Database.GetDbConnection());
        actual.ShouldBe(Describe(created));
        actual.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Open_AfterAMigrationWasKilled_DoesNotWait()
    {
        await using var database = await TestDatabase.OpenAsync();
        await database.ExecuteAsync("delete from __EFMigrationsHistory");
        await database.ExecuteAsync("insert into \"__EFMigrationsLock\"(\"Id\", \"Timestamp\") values (1, '2021-09-01 00:00:00')");
        await DropAllAsync(database);
        await database.ReopenAsync();
        await using var context = database.Database.CreateReadContext();
        (await context.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_FileOfANewerHub_IsRefused()
    {
        await using var database = await TestDatabase.OpenAsync();
        await database.ExecuteAsync("insert into __EFMigrationsHistory values ('20990101000000_Future', '99.0.0')");
        var exception = await Should.ThrowAsync<InvalidOperationException>(database.ReopenAsync);
        exception.Message.ShouldContain("newer hub");
    }

    private static async Task DropAllAsync(TestDatabase database)
    {
        var tables = new List<string>();
        await using (var context = database.Database.CreateReadContext())
            tables.AddRange(context.Model.GetEntityTypes().Select(x => x.GetTableName()!));
        foreach (var table in tables)
            await database.ExecuteAsync($"drop table \"{table}\"");
    }

    private static List<string> Describe(SqliteConnection connection)
    {
        var lines = new List<string>();
        foreach (var table in Query(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_EF%' escape '\\'"))
        {
            lines.AddRange(Query(connection,
                $"select '{table}.' || name || ' ' || type || ' ' || \"notnull\" || ' ' || coalesce(dflt_value, '') || ' ' || pk from pragma_table_xinfo('{table}')"));
        }
        lines.AddRange(Query(connection,
            "select tbl_name || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master where type = 'index' and name not like 'sqlite%'"));
        lines.AddRange(Query(connection, "select 'autoincrement ' || name from sqlite_master where type = 'table' and sql like '%AUTOINCREMENT%'"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
