using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

public sealed partial class Initial
{
    private static void CreateJournal(MigrationBuilder migration)
    {
        migration.CreateTable("journal", table => new
        {
            position = table.Column<long>(nullable: false),
            authority = table.Column<string>(nullable: false),
            feed = table.Column<short>(nullable: false),
            system = table.Column<string>(nullable: false),
            writer_id = table.Column<string>(nullable: false),
            sequence = table.Column<long>(nullable: true),
            submission_id = table.Column<Guid>(nullable: false),
            school = table.Column<int>(nullable: true),
            session_number = table.Column<int>(nullable: true),
            source = table.Column<string>(nullable: true),
            snapshot_id = table.Column<Guid>(nullable: true),
            received_time = table.Column<DateTime>(nullable: false),
            content_hash = table.Column<byte[]>(nullable: false),
            payload = table.Column<byte[]>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_journal", x => x.position));
        migration.CreateIndex("ix_journal_school_feed_position", "journal", ["authority", "school", "feed", "position"]);
        migration.CreateIndex("ix_journal_school_session_number", "journal", ["authority", "school", "session_number"], filter: "session_number is not null");
        migration.CreateIndex("ix_journal_snapshot_id", "journal", ["authority", "snapshot_id"], filter: "snapshot_id is not null");

        migration.CreateTable("submission", table => new
        {
            authority = table.Column<string>(nullable: false),
            system = table.Column<string>(nullable: false),
            feed = table.Column<short>(nullable: false),
            submission_id = table.Column<Guid>(nullable: false),
            position = table.Column<long>(nullable: true),
            content_hash = table.Column<byte[]>(nullable: false),
            received_time = table.Column<DateTime>(nullable: false),
            notices = table.Column<string>(nullable: true),
            refusal_reason = table.Column<string>(nullable: true),
            refusal_detail = table.Column<string>(nullable: true),
            refusal_field = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_submission", x => new { x.authority, x.system, x.feed, x.submission_id }));

        migration.CreateTable("writer", table => new
        {
            authority = table.Column<string>(nullable: false),
            system = table.Column<string>(nullable: false),
            feed = table.Column<short>(nullable: false),
            writer_id = table.Column<string>(nullable: false),
            epoch = table.Column<long>(nullable: false),
            watermark = table.Column<long>(nullable: false),
            accepted_count = table.Column<long>(nullable: false),
            refused_count = table.Column<long>(nullable: false),
            last_received_time = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_writer", x => new { x.authority, x.system, x.feed, x.writer_id }));

        migration.CreateTable("quarantined_submission", table => new
        {
            quarantine_id = Identity(table),
            authority = table.Column<string>(nullable: false),
            system = table.Column<string>(nullable: false),
            feed = table.Column<short>(nullable: false),
            writer_id = table.Column<string>(nullable: false),
            sequence = table.Column<long>(nullable: true),
            submission_id = table.Column<Guid>(nullable: true),
            reason = table.Column<string>(nullable: false),
            detail = table.Column<string>(nullable: false),
            received_time = table.Column<DateTime>(nullable: false),
            payload = table.Column<byte[]>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_quarantined_submission", x => x.quarantine_id));
        migration.CreateIndex("ix_quarantined_submission_received_time", "quarantined_submission", ["authority", "received_time"]);

        migration.CreateTable("snapshot", table => new
        {
            authority = table.Column<string>(nullable: false),
            feed = table.Column<short>(nullable: false),
            snapshot_id = table.Column<Guid>(nullable: false),
            system = table.Column<string>(nullable: false),
            writer_id = table.Column<string>(nullable: false),
            scope = table.Column<string>(nullable: false),
            as_of_date = table.Column<DateOnly>(nullable: false),
            state = table.Column<short>(nullable: false),
            begin_position = table.Column<long>(nullable: false),
            end_position = table.Column<long>(nullable: true),
            record_count = table.Column<int>(nullable: false),
            open_count = table.Column<int>(nullable: false),
            closing_count = table.Column<int>(nullable: false),
            end_received_time = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_snapshot", x => new { x.authority, x.feed, x.snapshot_id }));
        migration.CreateIndex("ix_snapshot_feed_scope_state", "snapshot", ["authority", "feed", "scope", "state"]);

        migration.CreateTable("held_record", table => new
        {
            authority = table.Column<string>(nullable: false),
            position = table.Column<long>(nullable: false),
            record_index = table.Column<int>(nullable: false),
            feed = table.Column<short>(nullable: false),
            scope = table.Column<string>(nullable: false),
            reason = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_held_record", x => new { x.authority, x.position, x.record_index }));
    }
}
