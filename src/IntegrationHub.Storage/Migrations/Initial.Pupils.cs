using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

public sealed partial class Initial
{
    private static void CreatePupils(MigrationBuilder migration)
    {
        migration.CreateTable("pupil", table => new
        {
            pupil_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            forename = table.Column<string>(nullable: false),
            surname = table.Column<string>(nullable: false),
            date_of_birth = table.Column<DateOnly>(nullable: false),
            sex = table.Column<string>(nullable: true),
            home_authority = table.Column<string>(nullable: false),
            restricted = table.Column<bool>(nullable: false),
            minted_position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_pupil", x => x.pupil_id));
        migration.CreateIndex("ix_pupil_date_of_birth", "pupil", ["authority", "date_of_birth"]);

        migration.CreateTable("pupil_identifier", table => new
        {
            authority = table.Column<string>(nullable: false),
            scheme = table.Column<string>(nullable: false),
            scope = table.Column<int>(nullable: false),
            value = table.Column<string>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            quality = table.Column<string>(nullable: false),
            from_position = table.Column<long>(nullable: false),
            to_position = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_pupil_identifier", x => new { x.authority, x.scheme, x.scope, x.value, x.pupil_id }));
        migration.CreateIndex("ix_pupil_identifier_pupil_id", "pupil_identifier", ["authority", "pupil_id"]);

        migration.CreateTable("enrolment", table => new
        {
            enrolment_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            mis_pupil_id = table.Column<string>(nullable: false),
            status = table.Column<short>(nullable: false),
            entry_date = table.Column<DateOnly>(nullable: false),
            leaving_date = table.Column<DateOnly>(nullable: true),
            year_group = table.Column<int>(nullable: true),
            sen_provision = table.Column<short>(nullable: false),
            free_school_meals = table.Column<bool>(nullable: false),
            restricted = table.Column<bool>(nullable: false),
            removed = table.Column<bool>(nullable: false),
            position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_enrolment", x => x.enrolment_id));
        migration.CreateIndex("ix_enrolment_laestab_pupil_id_entry_date", "enrolment", ["authority", "laestab", "pupil_id", "entry_date"], unique: true);
        migration.CreateIndex("ix_enrolment_pupil_id", "enrolment", ["authority", "pupil_id"]);
    }
}
