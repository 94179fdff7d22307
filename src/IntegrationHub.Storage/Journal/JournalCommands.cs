using System.Data.Common;
using System.Globalization;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Journal;

/// <summary>The committer's statements, prepared once. The hot path is one insert of a key and one of a journal row.</summary>
internal sealed class JournalCommands(DbConnection connection) : IDisposable
{
    private readonly List<DbCommand> _all = [];
    private DbCommand? _lastPosition;
    private DbCommand? _insertSubmission;
    private DbCommand? _insertJournal;
    private DbCommand? _findSubmission;
    private DbCommand? _refuseSubmission;
    private DbCommand? _updateNotices;
    private DbCommand? _quarantine;
    private DbCommand? _findWriter;
    private DbCommand? _writeWriter;
    private DbTransaction? _transaction;

    public DbConnection Connection => connection;

    public void Use(DbTransaction transaction)
    {
        _transaction = transaction;
        foreach (var command in _all)
            command.Transaction = transaction;
    }

    public long LastPosition()
    {
        _lastPosition ??= Prepare("select coalesce(max(position), 0) from journal");
        return Convert.ToInt64(_lastPosition.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <returns>False: the key was taken, and nothing was written.</returns>
    public bool InsertSubmission(Submission submission, long? position)
    {
        _insertSubmission ??= Prepare(
            """
            insert into submission (authority, system, feed, submission_id, position, content_hash, received_time, notices,
                refusal_reason, refusal_detail, refusal_field)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict do nothing
            """, 11);
        _insertSubmission.Bind(submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
            submission.SubmissionId, position, submission.ContentHash, submission.ReceivedTime, ItemNotice.ToJson(submission.Notices),
            submission.Refusal?.Reason, submission.Refusal?.Detail, submission.Refusal?.Field);
        return _insertSubmission.ExecuteNonQuery() == 1;
    }

    public void InsertJournal(Submission submission, long position)
    {
        _insertJournal ??= Prepare(
            """
            insert into journal (position, authority, feed, system, writer_id, sequence, submission_id, school, session_number, source,
                snapshot_id, received_time, content_hash, payload)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """, 14);
        _insertJournal.Bind(position, submission.Writer.Authority, (short)submission.Writer.Feed, submission.Writer.System,
            submission.Writer.WriterId, submission.Sequence, submission.SubmissionId, submission.School, submission.SessionNumber,
            submission.Source, submission.SnapshotId, submission.ReceivedTime, submission.ContentHash, submission.Payload);
        _insertJournal.ExecuteNonQuery();
    }

    public SubmissionRow? FindSubmission(WriterKey writer, Guid submissionId)
    {
        _findSubmission ??= Prepare(
            """
            select position, content_hash, received_time, notices, refusal_reason, refusal_detail, refusal_field
            from submission where authority = $1 and system = $2 and feed = $3 and submission_id = $4
            """, 4);
        _findSubmission.Bind(writer.Authority, writer.System, (short)writer.Feed, submissionId);
        using var reader = _findSubmission.ExecuteReader();
        if (!reader.Read())
            return null;
        return new SubmissionRow
        {
            Authority = writer.Authority,
            System = writer.System,
            Feed = writer.Feed,
            SubmissionId = submissionId,
            Position = reader.IsDBNull(0) ? null : reader.GetInt64(0),
            ContentHash = reader.GetFieldValue<byte[]>(1),
            ReceivedTime = reader.Instant(2),
            Notices = reader.Text(3),
            RefusalReason = reader.Text(4),
            RefusalDetail = reader.Text(5),
            RefusalField = reader.Text(6),
        };
    }

    public void RefuseSubmission(Submission submission, Refusal refusal)
    {
        _refuseSubmission ??= Prepare(
            """
            update submission set position = null, notices = null, refusal_reason = $5, refusal_detail = $6, refusal_field = $7
            where authority = $1 and system = $2 and feed = $3 and submission_id = $4
            """, 7);
        _refuseSubmission.Bind(submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
            submission.SubmissionId, refusal.Reason, refusal.Detail, refusal.Field);
        _refuseSubmission.ExecuteNonQuery();
    }

    public void UpdateNotices(Submission submission, IReadOnlyList<ItemNotice> notices)
    {
        _updateNotices ??= Prepare(
            "update submission set notices = $5 where authority = $1 and system = $2 and feed = $3 and submission_id = $4", 5);
        _updateNotices.Bind(submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
            submission.SubmissionId, ItemNotice.ToJson(notices));
        _updateNotices.ExecuteNonQuery();
    }

    public void Quarantine(Submission submission, Refusal refusal)
    {
        _quarantine ??= Prepare(
            """
            insert into quarantined_submission (authority, system, feed, writer_id, sequence, submission_id, reason, detail, received_time, payload)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, 10);
        _quarantine.Bind(submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
            submission.Writer.WriterId, submission.Sequence, submission.SubmissionId, refusal.Reason, refusal.Detail,
            submission.ReceivedTime, submission.Payload);
        _quarantine.ExecuteNonQuery();
    }

    public WriterRow? FindWriter(WriterKey key)
    {
        _findWriter ??= Prepare(
            """
            select epoch, watermark, accepted_count, refused_count, last_received_time from writer
            where authority = $1 and system = $2 and feed = $3 and writer_id = $4
            """, 4);
        _findWriter.Bind(key.Authority, key.System, (short)key.Feed, key.WriterId);
        using var reader = _findWriter.ExecuteReader();
        if (!reader.Read())
            return null;
        return new WriterRow
        {
            Authority = key.Authority,
            System = key.System,
            Feed = key.Feed,
            WriterId = key.WriterId,
            Epoch = reader.GetInt64(0),
            Watermark = reader.GetInt64(1),
            AcceptedCount = reader.GetInt64(2),
            RefusedCount = reader.GetInt64(3),
            LastReceivedTime = reader.IsDBNull(4) ? null : reader.Instant(4),
        };
    }

    public void WriteWriter(WriterRow writer)
    {
        _writeWriter ??= Prepare(
            """
            insert into writer (authority, system, feed, writer_id, epoch, watermark, accepted_count, refused_count, last_received_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (authority, system, feed, writer_id) do update set watermark = excluded.watermark, accepted_count = excluded.accepted_count,
                refused_count = excluded.refused_count, last_received_time = excluded.last_received_time
            """, 9);
        _writeWriter.Bind(writer.Authority, writer.System, (short)writer.Feed, writer.WriterId, writer.Epoch, writer.Watermark,
            writer.AcceptedCount, writer.RefusedCount, writer.LastReceivedTime);
        _writeWriter.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _all)
            command.Dispose();
    }

    private DbCommand Prepare(string text, int parameters = 0)
    {
        var command = Commands.Prepare(connection, _transaction, text, parameters);
        _all.Add(command);
        return command;
    }
}
