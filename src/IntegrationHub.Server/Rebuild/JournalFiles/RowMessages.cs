using Google.Protobuf;
using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>Rows as messages of a journal's file. A column that is left out here is lost on the way; a test compares them all.</summary>
internal static class RowMessages
{
    public static JournalFileRow Of(object row) => row switch
    {
        JournalRow entry => new() { Entry = Of(entry) },
        SubmissionRow submission => new() { Submission = Of(submission) },
        WriterRow writer => new() { Writer = Of(writer) },
        QuarantinedSubmissionRow refused => new() { QuarantinedSubmission = Of(refused) },
        ReconciliationRunRow or RunChildRow or FlagRow or FlagEventRow => CoverageMessages.Of(row),
        ThresholdSpellRow spell => new() { ThresholdSpell = ThresholdMessages.Of(spell) },
        RunThresholdRow counts => new() { RunThreshold = ThresholdMessages.Of(counts) },
        _ => throw new InvalidOperationException($"{row.GetType().Name} has no place in a journal's file."),
    };

    private static JournalEntry Of(JournalRow row)
    {
        var entry = new JournalEntry
        {
            Position = row.Position,
            Authority = row.Authority,
            Feed = (int)row.Feed,
            System = row.System,
            WriterId = row.WriterId,
            SubmissionId = Bytes(row.SubmissionId),
            ReceiveTime = row.ReceivedTime.ToTimestamp(),
            ContentHash = UnsafeByteOperations.UnsafeWrap(row.ContentHash),
            Payload = UnsafeByteOperations.UnsafeWrap(row.Payload),
        };
        if (row.Sequence is { } sequence)
            entry.Sequence = sequence;
        if (row.School is { } school)
            entry.School = school;
        if (row.SessionNumber is { } session)
            entry.SessionNumber = session;
        if (row.Source is { } source)
            entry.Source = source;
        if (row.SnapshotId is { } snapshot)
            entry.SnapshotId = Bytes(snapshot);
        return entry;
    }

    private static SubmissionRecord Of(SubmissionRow row)
    {
        var record = new SubmissionRecord
        {
            Authority = row.Authority,
            System = row.System,
            Feed = (int)row.Feed,
            SubmissionId = Bytes(row.SubmissionId),
            ContentHash = UnsafeByteOperations.UnsafeWrap(row.ContentHash),
            ReceiveTime = row.ReceivedTime.ToTimestamp(),
        };
        if (row.Position is { } position)
            record.Position = position;
        if (row.Notices is { } notices)
            record.Notices = notices;
        if (row.RefusalReason is { } reason)
            record.RefusalReason = reason;
        if (row.RefusalDetail is { } detail)
            record.RefusalDetail = detail;
        if (row.RefusalField is { } field)
            record.RefusalField = field;
        return record;
    }

    private static WriterRecord Of(WriterRow row) => new()
    {
        Authority = row.Authority,
        System = row.System,
        Feed = (int)row.Feed,
        WriterId = row.WriterId,
        Epoch = row.Epoch,
        Watermark = row.Watermark,
        AcceptedCount = row.AcceptedCount,
        RefusedCount = row.RefusedCount,
        LastReceiveTime = row.LastReceivedTime?.ToTimestamp(),
    };

    private static QuarantinedSubmissionRecord Of(QuarantinedSubmissionRow row)
    {
        var record = new QuarantinedSubmissionRecord
        {
            QuarantineId = row.QuarantineId,
            Authority = row.Authority,
            System = row.System,
            Feed = (int)row.Feed,
            WriterId = row.WriterId,
            Reason = row.Reason,
            Detail = row.Detail,
            ReceiveTime = row.ReceivedTime.ToTimestamp(),
            Payload = UnsafeByteOperations.UnsafeWrap(row.Payload),
        };
        if (row.Sequence is { } sequence)
            record.Sequence = sequence;
        if (row.SubmissionId is { } id)
            record.SubmissionId = Bytes(id);
        return record;
    }

    private static ByteString Bytes(Guid id) => UnsafeByteOperations.UnsafeWrap(id.ToByteArray(bigEndian: true));
}
