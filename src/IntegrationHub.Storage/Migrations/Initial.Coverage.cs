using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

public sealed partial class Initial
{
    private static void CreateCoverage(MigrationBuilder migration)
    {
        migration.CreateTable("reconciliation_run", table => new
        {
            run_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            as_of_date = table.Column<DateOnly>(nullable: false),
            position = table.Column<long>(nullable: false),
            trigger = table.Column<string>(nullable: false),
            state = table.Column<short>(nullable: false),
            start_time = table.Column<DateTime>(nullable: false),
            end_time = table.Column<DateTime>(nullable: true),
            window_start = table.Column<DateOnly>(nullable: false),
            window_end = table.Column<DateOnly>(nullable: false),
            settings = table.Column<string>(nullable: false),
            coverage = table.Column<string>(nullable: true),
            children = table.Column<int>(nullable: false),
            flags_opened = table.Column<int>(nullable: false),
            flags_kept = table.Column<int>(nullable: false),
            flags_closed = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_reconciliation_run", x => x.run_id));
        migration.CreateIndex("ix_reconciliation_run_state", "reconciliation_run", ["authority", "state"]);

        migration.CreateTable("run_child", table => new
        {
            authority = table.Column<string>(nullable: false),
            run_id = table.Column<long>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            coverage_class = table.Column<string>(nullable: false),
            attended = table.Column<int>(nullable: false),
            possible = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_run_child", x => new { x.authority, x.run_id, x.pupil_id }));

        migration.CreateTable("flag", table => new
        {
            flag_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            kind = table.Column<string>(nullable: false),
            state = table.Column<short>(nullable: false),
            open_date = table.Column<DateOnly>(nullable: false),
            last_found_date = table.Column<DateOnly>(nullable: false),
            close_date = table.Column<DateOnly>(nullable: true),
            open_run_id = table.Column<long>(nullable: false),
            last_found_run_id = table.Column<long>(nullable: false),
            acknowledged_by = table.Column<string>(nullable: true),
            assigned_to = table.Column<string>(nullable: true),
            laestab = table.Column<int>(nullable: true),
            attended = table.Column<int>(nullable: false),
            possible = table.Column<int>(nullable: false),
            evidence = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_flag", x => x.flag_id));
        migration.CreateIndex("ix_flag_pupil_id_kind", "flag", ["authority", "pupil_id", "kind"], unique: true, filter: "close_date is null");
        migration.CreateIndex("ix_flag_state", "flag", ["authority", "state"]);

        migration.CreateTable("flag_event", table => new
        {
            flag_event_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            flag_id = table.Column<long>(nullable: false),
            kind = table.Column<string>(nullable: false),
            time = table.Column<DateTime>(nullable: false),
            run_id = table.Column<long>(nullable: true),
            position = table.Column<long>(nullable: true),
            by = table.Column<string>(nullable: true),
            note = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_flag_event", x => x.flag_event_id));
        migration.CreateIndex("ix_flag_event_flag_id", "flag_event", ["authority", "flag_id"]);
    }
}
