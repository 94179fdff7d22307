using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

/// <summary>What it takes to mend what does not count, and to settle marks anew when a roll changes.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261124000000_Mending")]
public sealed class Mending : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<short>("record_kind", "held_record", nullable: true);
        migrationBuilder.AddColumn<string>("record_id", "held_record", nullable: true);
        migrationBuilder.AddColumn<string>("code", "held_mark", nullable: true);
        CreateTouches(migrationBuilder);
        CreateMends(migrationBuilder);
        CreateSteps(migrationBuilder);
    }

    private static void CreateTouches(MigrationBuilder migration) => migration.CreateTable("roll_touch", table => new
    {
        authority = table.Column<string>(nullable: false),
        laestab = table.Column<int>(nullable: false),
        enrolment_id = table.Column<long>(nullable: false),
        pupil_id = table.Column<long>(nullable: false),
        position = table.Column<long>(nullable: false),
    }, constraints: table => table.PrimaryKey("pk_roll_touch", x => new { x.authority, x.laestab, x.enrolment_id, x.pupil_id }));

    private static void CreateMends(MigrationBuilder migration)
    {
        migration.CreateTable("code_mapping", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            source_code = table.Column<string>(nullable: false),
            code = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_code_mapping", x => new { x.authority, x.laestab, x.source_code }));
        migration.CreateTable("identifier_correction", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            scheme = table.Column<short>(nullable: false),
            value = table.Column<string>(nullable: false),
            meant_scheme = table.Column<short>(nullable: false),
            meant_value = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_identifier_correction", x => new { x.authority, x.laestab, x.scheme, x.value }));
        migration.CreateTable("discarded_mark", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            position = table.Column<long>(nullable: false),
            mark_index = table.Column<int>(nullable: false),
            decision_position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_discarded_mark", x => new { x.authority, x.position, x.mark_index }));
        migration.CreateIndex("ix_discarded_mark_laestab", "discarded_mark", ["authority", "laestab"]);
    }

    private static void CreateSteps(MigrationBuilder migration)
    {
        migration.CreateTable("quarantine_step", table => new
        {
            quarantine_step_id = Initial.Identity(table),
            authority = table.Column<string>(nullable: false),
            action = table.Column<string>(nullable: false),
            time = table.Column<DateTime>(nullable: false),
            by = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
            scope = table.Column<string>(nullable: true),
            item_count = table.Column<int>(nullable: false),
            note = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_quarantine_step", x => x.quarantine_step_id));
        migration.CreateIndex("ix_quarantine_step_time", "quarantine_step", ["authority", "time"]);
    }
}
