using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationHub.Storage.Tests.PostgreSql;

/// <summary>The same migrations as SQLite's, on a real PostgreSQL.</summary>
[Trait("Engine", "sqlite")]
public sealed class MigrationTests
{
    [PostgreSqlFact]
    public async Task Migrations_OnPostgreSql_GiveTheModelsSchemaAndTakeRows()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var migrated = await server.CreateDatabaseAsync("migrated");
        var created = await server.CreateDatabaseAsync("created");
        await using var context = Context(migrated);
        await context.Database.MigrateAsync();
        await using (var model = Context(created))
            await model.Database.EnsureCreatedAsync();

        var schema = await DescribeAsync(migrated);
        schema.ShouldNotBeEmpty();
        schema.ShouldBe(await DescribeAsync(created));
        await ShouldTakeRowsAsync(context);
    }

    private static async Task ShouldTakeRowsAsync(HubDbContext context)
    {
        var time = new DateTime(2021, 9, 13, 8, 45, 0, DateTimeKind.Utc);
        var run = new ReconciliationRunRow
        {
            Authority = "851",
            AsOfDate = new(2021, 12, 17),
            Trigger = "DEMAND",
            Settings = "{}",
            StartTime = time,
        };
        context.Add(run);
        context.Add(new StripRow { Authority = "851", EnrolmentId = 1, AcademicYear = 2021, Laestab = 8512001, Codes = [1, 2, 255] });
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();
        run.RunId.ShouldBe(1);
        (await context.ReconciliationRuns.SingleAsync()).StartTime.ShouldBe(time);
        (await context.Strips.SingleAsync()).Codes.ShouldBe([1, 2, 255]);
    }

    private static HubDbContext Context(string connectionString) =>
        new(new DbContextOptionsBuilder<HubDbContext>().UseNpgsql(connectionString).Options);

    private static async Task<List<string>> DescribeAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity
            from information_schema.columns where table_schema = 'public' and table_name not like '\_\_EF%'
            union all
            select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public' and tablename not like '\_\_EF%'
            order by 1
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
