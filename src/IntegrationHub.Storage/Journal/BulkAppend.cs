using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Journal;

/// <summary>
/// Writes many submissions by few statements, where each statement costs a journey to a server. For those that change nothing but the
/// journal: registers, which are nearly all there is.
/// </summary>
internal sealed class BulkAppend(HubDbContext context)
{
    private const string Key = "authority, system, feed, submission_id";

    /// <summary>Whether a submission can be written so.</summary>
    public static bool Takes(Submission submission) => submission is { Refusal: null, Projection: null };

    /// <summary>Writes submissions into the journal, with positions in their order.</summary>
    /// <param name="lastPosition">The last position given, before and after.</param>
    /// <returns>The position of each; null: its key had been used, and nothing of it was written.</returns>
    public long?[] Append(IReadOnlyList<Submission> submissions, ref long lastPosition)
    {
        var first = lastPosition + 1;
        SubmissionRow[] rows = [.. submissions.Select((x, i) => ToRow(x, first + i))];
        var free = Insert(rows);
        var positions = new long?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            // Of two with one key in one group the first was written.
            if (free.Remove(KeyOf(rows[i])))
                positions[i] = ++lastPosition;
        }
        if (lastPosition < first + rows.Length - 1)
            CloseGaps(rows, positions);
        new RowWriter(context).Insert(submissions.Zip(positions).Where(x => x.Second is not null).Select(x => ToEntry(x.First, x.Second!.Value)));
        return positions;
    }

    /// <returns>The keys of the rows that were written.</returns>
    private HashSet<(string Authority, string System, short Feed, Guid SubmissionId)> Insert(SubmissionRow[] rows)
    {
        var map = RowMap.Of(context, typeof(SubmissionRow));
        var written = new HashSet<(string Authority, string System, short Feed, Guid SubmissionId)>();
        using var statement = new RowStatement(context, map.All, source =>
            $"insert into submission ({RowMap.Names(map.All)}) {source.Values(map.All)} on conflict ({Key}) do nothing returning {Key}");
        statement.Run(rows, row => written.Add((row.GetString(0), row.GetString(1), row.GetInt16(2), row.GetGuid(3))));
        return written;
    }

    /// <summary>Positions have no gaps: what came after a key that had been used moves up.</summary>
    private void CloseGaps(SubmissionRow[] rows, long?[] positions)
    {
        var moved = new List<SubmissionRow>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (positions[i] is not { } position || position == rows[i].Position)
                continue;
            rows[i].Position = position;
            moved.Add(rows[i]);
        }
        new RowWriter(context).Update(moved);
    }

    private static (string Authority, string System, short Feed, Guid SubmissionId) KeyOf(SubmissionRow row) =>
        (row.Authority, row.System, (short)row.Feed, row.SubmissionId);

    private static SubmissionRow ToRow(Submission submission, long position) => new()
    {
        Authority = submission.Writer.Authority,
        System = submission.Writer.System,
        Feed = submission.Writer.Feed,
        SubmissionId = submission.SubmissionId,
        Position = position,
        ContentHash = submission.ContentHash,
        ReceivedTime = submission.ReceivedTime,
        Notices = ItemNotice.ToJson(submission.Notices),
    };

    private static JournalRow ToEntry(Submission submission, long position) => new()
    {
        Position = position,
        Authority = submission.Writer.Authority,
        Feed = submission.Writer.Feed,
        System = submission.Writer.System,
        WriterId = submission.Writer.WriterId,
        Sequence = submission.Sequence,
        SubmissionId = submission.SubmissionId,
        School = submission.School,
        SessionNumber = submission.SessionNumber,
        Source = submission.Source,
        SnapshotId = submission.SnapshotId,
        ReceivedTime = submission.ReceivedTime,
        ContentHash = submission.ContentHash,
        Payload = submission.Payload,
    };
}
