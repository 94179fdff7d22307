using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

/// <summary>The weekend days on which schools keep sessions, as they are and as they were known.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261124010000_Openings")]
public sealed class Openings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("school_opening", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            start_date = table.Column<DateOnly>(nullable: false),
            day = table.Column<short>(nullable: false),
            end_date = table.Column<DateOnly>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_school_opening", x => new { x.authority, x.laestab, x.start_date, x.day }));
        migrationBuilder.CreateTable("school_opening_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            start_date = table.Column<DateOnly>(nullable: false),
            day = table.Column<short>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            end_date = table.Column<DateOnly>(nullable: false),
        }, constraints: table => table.PrimaryKey(
            "pk_school_opening_version", x => new { x.authority, x.laestab, x.start_date, x.day, x.known_from }));
    }
}
