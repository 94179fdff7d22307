using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

public sealed partial class Initial
{
    private static void CreateCasework(MigrationBuilder migration)
    {
        migration.CreateTable("case_source", table => new
        {
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            source_kind = table.Column<string>(nullable: false),
            name = table.Column<string>(nullable: false),
            carries_leads = table.Column<bool>(nullable: false),
            carries_plans = table.Column<bool>(nullable: false),
            interval_days = table.Column<int>(nullable: false),
            lead_kinds = table.Column<string>(nullable: false),
            plan_kinds = table.Column<string>(nullable: false),
            min_age = table.Column<int>(nullable: false),
            max_age = table.Column<int>(nullable: false),
            required = table.Column<bool>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_case_source", x => new { x.authority, x.source_id }));

        migration.CreateTable("source_load", table => new
        {
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
            as_of_date = table.Column<DateOnly>(nullable: false),
            received_time = table.Column<DateTime>(nullable: false),
            record_count = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_source_load", x => new { x.authority, x.source_id, x.position }));

        migration.CreateTable("source_person", table => new
        {
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            source_person_id = table.Column<string>(nullable: false),
            upn = table.Column<string>(nullable: true),
            upn_quality = table.Column<string>(nullable: true),
            nhs_number = table.Column<string>(nullable: true),
            forename = table.Column<string>(nullable: false),
            surname = table.Column<string>(nullable: false),
            date_of_birth = table.Column<DateOnly>(nullable: true),
            sex = table.Column<string>(nullable: true),
            postcode = table.Column<string>(nullable: true),
            restricted = table.Column<bool>(nullable: false),
            position = table.Column<long>(nullable: false),
            closed_position = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_source_person", x => new { x.authority, x.source_id, x.source_person_id }));
        migration.CreateIndex("ix_source_person_date_of_birth", "source_person", ["authority", "date_of_birth"]);
        migration.CreateIndex("ix_source_person_upn", "source_person", ["authority", "upn"]);

        migration.CreateTable("match", table => new
        {
            match_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            source_person_id = table.Column<string>(nullable: false),
            pupil_id = table.Column<long>(nullable: false),
            rule = table.Column<string>(nullable: false),
            from_position = table.Column<long>(nullable: false),
            to_position = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_match", x => x.match_id));
        migration.CreateIndex("ix_match_pupil_id", "match", ["authority", "pupil_id"]);
        migration.CreateIndex("ix_match_source_id_source_person_id", "match", ["authority", "source_id", "source_person_id"]);

        migration.CreateTable("case_plan", table => new
        {
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            source_plan_id = table.Column<string>(nullable: false),
            plan_kind = table.Column<string>(nullable: false),
            start_date = table.Column<DateOnly>(nullable: false),
            end_date = table.Column<DateOnly>(nullable: true),
            position = table.Column<long>(nullable: false),
            closed_position = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_case_plan", x => new { x.authority, x.source_id, x.source_plan_id }));

        migration.CreateTable("case_plan_subject", table => new
        {
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            source_plan_id = table.Column<string>(nullable: false),
            source_person_id = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_case_plan_subject", x => new { x.authority, x.source_id, x.source_plan_id, x.source_person_id }));

        migration.CreateTable("involvement", table => new
        {
            authority = table.Column<string>(nullable: false),
            source_id = table.Column<string>(nullable: false),
            source_involvement_id = table.Column<string>(nullable: false),
            source_person_id = table.Column<string>(nullable: false),
            lead_kind = table.Column<string>(nullable: false),
            lead = table.Column<bool>(nullable: false),
            worker_id = table.Column<string>(nullable: true),
            worker_name = table.Column<string>(nullable: true),
            team_id = table.Column<string>(nullable: true),
            team_name = table.Column<string>(nullable: true),
            start_date = table.Column<DateOnly>(nullable: false),
            end_date = table.Column<DateOnly>(nullable: true),
            position = table.Column<long>(nullable: false),
            closed_position = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_involvement", x => new { x.authority, x.source_id, x.source_involvement_id }));
        migration.CreateIndex("ix_involvement_source_id_source_person_id", "involvement", ["authority", "source_id", "source_person_id"]);
        migration.CreateIndex("ix_involvement_source_id_team_id", "involvement", ["authority", "source_id", "team_id"]);
        migration.CreateIndex("ix_involvement_source_id_worker_id", "involvement", ["authority", "source_id", "worker_id"]);
    }
}
