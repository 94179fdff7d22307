using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

public sealed partial class Initial
{
    private static void CreateSchools(MigrationBuilder migration)
    {
        migration.CreateTable("school", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            name = table.Column<string>(nullable: false),
            phase = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_school", x => new { x.authority, x.laestab }));

        migration.CreateTable("school_urn", table => new
        {
            authority = table.Column<string>(nullable: false),
            urn = table.Column<int>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            open_date = table.Column<DateOnly>(nullable: true),
            close_date = table.Column<DateOnly>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_school_urn", x => new { x.authority, x.urn }));
        migration.CreateIndex("ix_school_urn_laestab", "school_urn", ["authority", "laestab"]);

        migration.CreateTable("school_state", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            folded_position = table.Column<long>(nullable: false),
            roll_position = table.Column<long>(nullable: false),
            pending_tried_position = table.Column<long>(nullable: false),
            last_register_time = table.Column<DateTime>(nullable: true),
            last_session_number = table.Column<int>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_school_state", x => new { x.authority, x.laestab }));

        migration.CreateTable("term", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            academic_year = table.Column<int>(nullable: false),
            name = table.Column<string>(nullable: false),
            start_date = table.Column<DateOnly>(nullable: false),
            end_date = table.Column<DateOnly>(nullable: false),
            half_term_start_date = table.Column<DateOnly>(nullable: true),
            half_term_end_date = table.Column<DateOnly>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_term", x => new { x.authority, x.laestab, x.academic_year, x.name }));

        migration.CreateTable("closure", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            start_date = table.Column<DateOnly>(nullable: false),
            end_date = table.Column<DateOnly>(nullable: false),
            kind = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_closure", x => new { x.authority, x.laestab, x.start_date }));
    }
}
