using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

/// <summary>
/// What rolls, schools, calendars and mends said before, so that a figure can be had as it was known then; and more of what a roll says
/// of a pupil.
/// </summary>
/// <remarks>
/// A hub that is brought up to this knows no earlier versions: what stands is taken to have stood always, until a rebuild reads the
/// journal again.
/// </remarks>
[DbContext(typeof(HubDbContext))]
[Migration("20261124020000_Versions")]
public sealed class Versions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("pupil_premium", "enrolment", nullable: true);
        migrationBuilder.AddColumn<bool>("has_social_worker", "enrolment", nullable: true);
        migrationBuilder.AddColumn<bool>("looked_after", "enrolment", nullable: true);
        CreateSchools(migrationBuilder);
        CreatePupils(migrationBuilder);
        CreateMends(migrationBuilder);
        Fill(migrationBuilder);
    }

    private static void CreateSchools(MigrationBuilder migration)
    {
        migration.CreateTable("school_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            name = table.Column<string>(nullable: false),
            phase = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_school_version", x => new { x.authority, x.laestab, x.known_from }));
        migration.CreateTable("term_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            academic_year = table.Column<int>(nullable: false),
            name = table.Column<string>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            start_date = table.Column<DateOnly>(nullable: false),
            end_date = table.Column<DateOnly>(nullable: false),
            half_term_start_date = table.Column<DateOnly>(nullable: true),
            half_term_end_date = table.Column<DateOnly>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_term_version", x => new { x.authority, x.laestab, x.academic_year, x.name, x.known_from }));
        migration.CreateTable("closure_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            start_date = table.Column<DateOnly>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            end_date = table.Column<DateOnly>(nullable: false),
            kind = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_closure_version", x => new { x.authority, x.laestab, x.start_date, x.known_from }));
    }

    private static void CreatePupils(MigrationBuilder migration)
    {
        migration.CreateTable("pupil_version", table => new
        {
            pupil_id = table.Column<long>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            authority = table.Column<string>(nullable: false),
            forename = table.Column<string>(nullable: false),
            surname = table.Column<string>(nullable: false),
            date_of_birth = table.Column<DateOnly>(nullable: false),
            sex = table.Column<string>(nullable: true),
            home_authority = table.Column<string>(nullable: false),
            restricted = table.Column<bool>(nullable: false),
            minted_position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_pupil_version", x => new { x.pupil_id, x.known_from }));
        migration.CreateIndex("ix_pupil_version_pupil_id", "pupil_version", ["authority", "pupil_id"]);

        migration.CreateTable("pupil_identifier_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            scheme = table.Column<string>(nullable: false),
            scope = table.Column<int>(nullable: false),
            value = table.Column<string>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            quality = table.Column<string>(nullable: false),
            from_position = table.Column<long>(nullable: false),
            to_position = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey(
            "pk_pupil_identifier_version", x => new { x.authority, x.scheme, x.scope, x.value, x.pupil_id, x.known_from }));
        migration.CreateIndex("ix_pupil_identifier_version_pupil_id", "pupil_identifier_version", ["authority", "pupil_id"]);

        migration.CreateTable("enrolment_version", table => new
        {
            enrolment_id = table.Column<long>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
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
            pupil_premium = table.Column<bool>(nullable: true),
            has_social_worker = table.Column<bool>(nullable: true),
            looked_after = table.Column<bool>(nullable: true),
            restricted = table.Column<bool>(nullable: false),
            removed = table.Column<bool>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_enrolment_version", x => new { x.enrolment_id, x.known_from }));
        migration.CreateIndex("ix_enrolment_version_laestab", "enrolment_version", ["authority", "laestab"]);
        migration.CreateIndex("ix_enrolment_version_pupil_id", "enrolment_version", ["authority", "pupil_id"]);
    }

    private static void CreateMends(MigrationBuilder migration)
    {
        migration.CreateTable("code_mapping_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            source_code = table.Column<string>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            code = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_code_mapping_version", x => new { x.authority, x.laestab, x.source_code, x.known_from }));
        migration.CreateTable("identifier_correction_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            laestab = table.Column<int>(nullable: false),
            scheme = table.Column<short>(nullable: false),
            value = table.Column<string>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            meant_scheme = table.Column<short>(nullable: false),
            meant_value = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey(
            "pk_identifier_correction_version", x => new { x.authority, x.laestab, x.scheme, x.value, x.known_from }));
        migration.CreateTable("discarded_mark_version", table => new
        {
            authority = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
            mark_index = table.Column<int>(nullable: false),
            known_from = table.Column<long>(nullable: false),
            known_to = table.Column<long>(nullable: true),
            laestab = table.Column<int>(nullable: false),
            decision_position = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_discarded_mark_version", x => new { x.authority, x.position, x.mark_index, x.known_from }));
    }

    private static void Fill(MigrationBuilder migration)
    {
        Fill(migration, "school", "authority, laestab, name, phase");
        Fill(migration, "term", "authority, laestab, academic_year, name, start_date, end_date, half_term_start_date, half_term_end_date");
        Fill(migration, "closure", "authority, laestab, start_date, end_date, kind");
        Fill(migration, "pupil", "pupil_id, authority, forename, surname, date_of_birth, sex, home_authority, restricted, minted_position");
        Fill(migration, "pupil_identifier", "authority, scheme, scope, value, pupil_id, quality, from_position, to_position");
        Fill(migration, "enrolment", "enrolment_id, authority, pupil_id, laestab, mis_pupil_id, status, entry_date, leaving_date, year_group, "
            + "sen_provision, free_school_meals, pupil_premium, has_social_worker, looked_after, restricted, removed");
        Fill(migration, "code_mapping", "authority, laestab, source_code, code, position");
        Fill(migration, "identifier_correction", "authority, laestab, scheme, value, meant_scheme, meant_value, position");
        Fill(migration, "discarded_mark", "authority, position, mark_index, laestab, decision_position");
    }

    private static void Fill(MigrationBuilder migration, string table, string columns) =>
        migration.Sql($"insert into {table}_version ({columns}, known_from) select {columns}, 0 from {table}");
}
