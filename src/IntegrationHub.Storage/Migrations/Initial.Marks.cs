using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

public sealed partial class Initial
{
    private static void CreateMarks(MigrationBuilder migration)
    {
        migration.CreateTable("attendance_strip", table => new
        {
            authority = table.Column<string>(nullable: false),
            enrolment_id = table.Column<long>(nullable: false),
            academic_year = table.Column<int>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            codes = table.Column<byte[]>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_attendance_strip", x => new { x.authority, x.enrolment_id, x.academic_year }));
        migration.CreateIndex("ix_attendance_strip_laestab_academic_year", "attendance_strip", ["authority", "laestab", "academic_year"]);

        migration.CreateTable("mark_change", table => new
        {
            authority = table.Column<string>(nullable: false),
            enrolment_id = table.Column<long>(nullable: false),
            academic_year = table.Column<int>(nullable: false),
            slot = table.Column<int>(nullable: false),
            position = table.Column<long>(nullable: false),
            previous_code = table.Column<byte>(nullable: false),
            code = table.Column<byte>(nullable: false),
            reason = table.Column<string>(nullable: true),
            amended_by = table.Column<string>(nullable: true),
            amend_time = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_mark_change", x => new { x.authority, x.enrolment_id, x.academic_year, x.slot, x.position }));

        migration.CreateTable("mark_detail", table => new
        {
            authority = table.Column<string>(nullable: false),
            enrolment_id = table.Column<long>(nullable: false),
            academic_year = table.Column<int>(nullable: false),
            slot = table.Column<int>(nullable: false),
            position = table.Column<long>(nullable: false),
            minutes_late = table.Column<int>(nullable: true),
            source_code = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_mark_detail", x => new { x.authority, x.enrolment_id, x.academic_year, x.slot }));

        migration.CreateTable("held_mark", table => new
        {
            authority = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
            mark_index = table.Column<int>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            session_number = table.Column<int>(nullable: false),
            state = table.Column<short>(nullable: false),
            reason = table.Column<string>(nullable: false),
            scheme = table.Column<short>(nullable: false),
            value = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_held_mark", x => new { x.authority, x.position, x.mark_index }));
        migration.CreateIndex("ix_held_mark_laestab_state", "held_mark", ["authority", "laestab", "state"]);
    }
}
