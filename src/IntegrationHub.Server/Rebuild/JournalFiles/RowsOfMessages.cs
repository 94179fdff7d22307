using Google.Protobuf;
using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>Rows from the messages of a journal's file.</summary>
internal static class RowsOfMessages
{
    public static object Of(JournalFileRow row) => row.RowCase switch
    {
        JournalFileRow.RowOneofCase.Entry => Of(row.Entry),
        JournalFileRow.RowOneofCase.Submission => Of(row.Submission),
        JournalFileRow.RowOneofCase.Writer => Of(row.Writer),
        JournalFileRow.RowOneofCase.QuarantinedSubmission => Of(row.QuarantinedSubmission),
        JournalFileRow.RowOneofCase.Run => CoverageRows.Of(row.Run),
        JournalFileRow.RowOneofCase.RunChild => CoverageRows.Of(row.RunChild),
        JournalFileRow.RowOneofCase.Flag => CoverageRows.Of(row.Flag),
        JournalFileRow.RowOneofCase.FlagEvent => CoverageRows.Of(row.FlagEvent),
        JournalFileRow.RowOneofCase.ThresholdSpell => ThresholdRows.Of(row.ThresholdSpell),
        JournalFileRow.RowOneofCase.RunThreshold => ThresholdRows.Of(row.RunThreshold),
        _ => throw new InvalidDataException("The file holds a row of a kind that this hub does not know. Use a newer one."),
    };

    private static JournalRow Of(JournalEntry entry) => new()
    {
        Position = entry.Position,
        Authority = entry.Authority,
        Feed = (Feed)entry.Feed,
        System = entry.System,
        WriterId = entry.WriterId,
        Sequence = entry.HasSequence ? entry.Sequence : null,
        SubmissionId = Id(entry.SubmissionId),
        School = entry.HasSchool ? entry.School : null,
        SessionNumber = entry.HasSessionNumber ? entry.SessionNumber : null,
        Source = entry.HasSource ? entry.Source : null,
        SnapshotId = entry.HasSnapshotId ? Id(entry.SnapshotId) : null,
        ReceivedTime = entry.ReceiveTime.ToDateTime(),
        ContentHash = entry.ContentHash.ToByteArray(),
        Payload = entry.Payload.ToByteArray(),
    };

    private static SubmissionRow Of(SubmissionRecord record) => new()
    {
        Authority = record.Authority,
        System = record.System,
        Feed = (Feed)record.Feed,
        SubmissionId = Id(record.SubmissionId),
        Position = record.HasPosition ? record.Position : null,
        ContentHash = record.ContentHash.ToByteArray(),
        ReceivedTime = record.ReceiveTime.ToDateTime(),
        Notices = record.HasNotices ? record.Notices : null,
        RefusalReason = record.HasRefusalReason ? record.RefusalReason : null,
        RefusalDetail = record.HasRefusalDetail ? record.RefusalDetail : null,
        RefusalField = record.HasRefusalField ? record.RefusalField : null,
    };

    private static WriterRow Of(WriterRecord record) => new()
    {
        Authority = record.Authority,
        System = record.System,
        Feed = (Feed)record.Feed,
        WriterId = record.WriterId,
        Epoch = record.Epoch,
        Watermark = record.Watermark,
        AcceptedCount = record.AcceptedCount,
        RefusedCount = record.RefusedCount,
        LastReceivedTime = record.LastReceiveTime?.ToDateTime(),
    };

    private static QuarantinedSubmissionRow Of(QuarantinedSubmissionRecord record) => new()
    {
        QuarantineId = record.QuarantineId,
        Authority = record.Authority,
        System = record.System,
        Feed = (Feed)record.Feed,
        WriterId = record.WriterId,
        Sequence = record.HasSequence ? record.Sequence : null,
        SubmissionId = record.HasSubmissionId ? Id(record.SubmissionId) : null,
        Reason = record.Reason,
        Detail = record.Detail,
        ReceivedTime = record.ReceiveTime.ToDateTime(),
        Payload = record.Payload.ToByteArray(),
    };

    private static Guid Id(ByteString bytes) => new(bytes.Span, bigEndian: true);
}
