using System.Globalization;
using IntegrationHub.Storage.Model;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Journal;

/// <summary>The committer's statements, prepared once. The hot path is one insert of a key and one of a journal row.</summary>
internal sealed class JournalCommands(SqliteConnection connection) : IDisposable
{
    private readonly List<SqliteCommand> _all = [];
    private SqliteCommand? _lastPosition;
    private SqliteCommand? _insertSubmission;
    private SqliteCommand? _insertJournal;
    private SqliteCommand? _findSubmission;
    private SqliteCommand? _refuseSubmission;
    private SqliteCommand? _updateNotices;
    private SqliteCommand? _quarantine;
    private SqliteCommand? _findWriter;
    private SqliteCommand? _writeWriter;
    private SqliteTransaction? _transaction;

    public void Use(SqliteTransaction transaction)
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
        Bind(_insertSubmission, submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
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
        Bind(_insertJournal, position, submission.Writer.Authority, (short)submission.Writer.Feed, submission.Writer.System,
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
        Bind(_findSubmission, writer.Authority, writer.System, (short)writer.Feed, submissionId);
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
            ReceivedTime = DateTime.SpecifyKind(reader.GetDateTime(2), DateTimeKind.Utc),
            Notices = Text(reader, 3),
            RefusalReason = Text(reader, 4),
            RefusalDetail = Text(reader, 5),
            RefusalField = Text(reader, 6),
        };
    }

    public void RefuseSubmission(Submission submission, Refusal refusal)
    {
        _refuseSubmission ??= Prepare(
            """
            update submission set position = null, notices = null, refusal_reason = $5, refusal_detail = $6, refusal_field = $7
            where authority = $1 and system = $2 and feed = $3 and submission_id = $4
            """, 7);
        Bind(_refuseSubmission, submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
            submission.SubmissionId, refusal.Reason, refusal.Detail, refusal.Field);
        _refuseSubmission.ExecuteNonQuery();
    }

    public void UpdateNotices(Submission submission, IReadOnlyList<ItemNotice> notices)
    {
        _updateNotices ??= Prepare(
            "update submission set notices = $5 where authority = $1 and system = $2 and feed = $3 and submission_id = $4", 5);
        Bind(_updateNotices, submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
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
        Bind(_quarantine, submission.Writer.Authority, submission.Writer.System, (short)submission.Writer.Feed,
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
        Bind(_findWriter, key.Authority, key.System, (short)key.Feed, key.WriterId);
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
            LastReceivedTime = reader.IsDBNull(4) ? null : DateTime.SpecifyKind(reader.GetDateTime(4), DateTimeKind.Utc),
        };
    }

    public void WriteWriter(WriterRow writer)
    {
        _writeWriter ??= Prepare(
            """
            insert into writer (authority, system, feed, writer_id, epoch, watermark, accepted_count, refused_count, last_received_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict do update set watermark = excluded.watermark, accepted_count = excluded.accepted_count,
                refused_count = excluded.refused_count, last_received_time = excluded.last_received_time
            """, 9);
        Bind(_writeWriter, writer.Authority, writer.System, (short)writer.Feed, writer.WriterId, writer.Epoch, writer.Watermark,
            writer.AcceptedCount, writer.RefusedCount, writer.LastReceivedTime);
        _writeWriter.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _all)
            command.Dispose();
    }

    private SqliteCommand Prepare(string text, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = _transaction;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        _all.Add(command);
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
