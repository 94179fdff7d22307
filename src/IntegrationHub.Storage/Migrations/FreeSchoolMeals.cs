using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

/// <summary>Rolls tell "no free school meals" from nothing said about them.</summary>
/// <remarks>
/// Until now a roll had no way to say no, so what is on file as no is not known; a rebuild from the journal says the same. Neither engine
/// lets this column change in place, and no release had it: see ADR 0009.
/// </remarks>
[DbContext(typeof(HubDbContext))]
[Migration("20261124030000_FreeSchoolMeals")]
public sealed class FreeSchoolMeals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "enrolment", "enrolment_version" })
        {
            migrationBuilder.AddColumn<bool>("eligible_for_meals", table, nullable: true);
            migrationBuilder.Sql($"update {table} set eligible_for_meals = free_school_meals where free_school_meals");
            migrationBuilder.Sql($"alter table {table} drop column free_school_meals");
            migrationBuilder.Sql($"alter table {table} rename column eligible_for_meals to free_school_meals");
        }
    }
}
