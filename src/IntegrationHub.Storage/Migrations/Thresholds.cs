using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

/// <summary>Which children met which thresholds, and how many stood how with each, run by run.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261124011000_Thresholds")]
public sealed class Thresholds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("threshold_settings", "reconciliation_run", nullable: true);
        CreateSpells(migrationBuilder);
        CreateCounts(migrationBuilder);
    }

    private static void CreateSpells(MigrationBuilder migration)
    {
        migration.CreateTable("threshold_spell", table => new
        {
            spell_id = Initial.Identity(table),
            authority = table.Column<string>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            threshold = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            first_met_date = table.Column<DateOnly>(nullable: false),
            met_since_date = table.Column<DateOnly>(nullable: false),
            open_date = table.Column<DateOnly>(nullable: false),
            open_run_id = table.Column<long>(nullable: false),
            last_met_date = table.Column<DateOnly>(nullable: false),
            last_met_run_id = table.Column<long>(nullable: false),
            close_date = table.Column<DateOnly>(nullable: true),
            close_run_id = table.Column<long>(nullable: true),
            window_start = table.Column<DateOnly>(nullable: false),
            counted = table.Column<int>(nullable: false),
            possible = table.Column<int>(nullable: false),
            attended = table.Column<int>(nullable: false),
            unauthorised = table.Column<int>(nullable: false),
            sessions = table.Column<byte[]>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_threshold_spell", x => x.spell_id));
        migration.CreateIndex(
            "ix_threshold_spell_pupil_id_threshold", "threshold_spell", ["authority", "pupil_id", "threshold"], unique: true, filter: "close_date is null");
        migration.CreateIndex("ix_threshold_spell_threshold_laestab", "threshold_spell", ["authority", "threshold", "laestab"]);
    }

    private static void CreateCounts(MigrationBuilder migration) => migration.CreateTable("run_threshold", table => new
    {
        authority = table.Column<string>(nullable: false),
        run_id = table.Column<long>(nullable: false),
        threshold = table.Column<string>(nullable: false),
        met = table.Column<int>(nullable: false),
        not_met = table.Column<int>(nullable: false),
        too_few_sessions = table.Column<int>(nullable: false),
        not_available = table.Column<int>(nullable: false),
        outside_compulsory_age = table.Column<int>(nullable: false),
    }, constraints: table => table.PrimaryKey("pk_run_threshold", x => new { x.authority, x.run_id, x.threshold }));
}
