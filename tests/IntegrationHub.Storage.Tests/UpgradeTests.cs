using IntegrationHub.Storage.Tests.PostgreSql;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Tests;

/// <summary>What stood on file before an upgrade stands there after it, and says no more than it did.</summary>
[Trait("Engine", "sqlite")]
public sealed class UpgradeTests
{
    [Fact]
    public async Task FreeSchoolMeals_ThatWereNotSaid_BecomeNotKnown_OnSqlite()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await FreeSchoolMealsAsync(new DbContextOptionsBuilder<HubDbContext>().UseSqlite(connection).Options);
    }

    [PostgreSqlFact]
    public async Task FreeSchoolMeals_ThatWereNotSaid_BecomeNotKnown_OnPostgreSql()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync("upgraded");
        await FreeSchoolMealsAsync(new DbContextOptionsBuilder<HubDbContext>().UseNpgsql(database).Options);
    }

    private static async Task FreeSchoolMealsAsync(DbContextOptions<HubDbContext> options)
    {
        await using var context = new HubDbContext(options);
        await context.GetService<IMigrator>().MigrateAsync("20261124011000_Thresholds");
        await context.Database.ExecuteSqlRawAsync(
            """
            insert into enrolment (authority, pupil_id, laestab, mis_pupil_id, status, entry_date, sen_provision, free_school_meals, restricted, removed, position)
            values ('851', 1, 8512001, 'eligible', 1, '2020-09-01', 0, true, false, false, 1), ('851', 2, 8512001, 'unsaid', 1, '2020-09-01', 0, false, false, false, 1)
            """);

        await context.Database.MigrateAsync();

        (await context.Enrolments.OrderBy(x => x.PupilId).Select(x => x.FreeSchoolMeals).ToListAsync()).ShouldBe([true, null]);
        (await context.EnrolmentVersions.OrderBy(x => x.PupilId).Select(x => x.FreeSchoolMeals).ToListAsync()).ShouldBe([true, null]);
    }
}
