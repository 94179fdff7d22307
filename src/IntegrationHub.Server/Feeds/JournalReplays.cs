using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rebuild;

namespace IntegrationHub.Server.Feeds;

/// <summary>Reads any journal row back as the submission that it was.</summary>
internal sealed class JournalReplays(IEnumerable<IJournalReplay> replays)
{
    private readonly Dictionary<Storage.Model.Feed, IJournalReplay> _replays = replays.ToDictionary(x => x.Feed);

    /// <exception cref="ReplayException">The row cannot be read by this hub.</exception>
    public Submission Read(JournalRow row)
    {
        if (!_replays.TryGetValue(row.Feed, out var replay))
            throw new ReplayException(row.Position, row.Feed, "a newer hub wrote it");
        var check = replay.Read(row);
        return check.Refusal is { } refusal ? throw new ReplayException(row.Position, row.Feed, refusal.Reason) : SubmissionOf(row, check);
    }

    private static Submission SubmissionOf(JournalRow row, SubmissionCheck check) => new()
    {
        Writer = new(row.Authority, row.System, row.Feed, row.WriterId),
        Sequence = row.Sequence,
        SubmissionId = row.SubmissionId,
        Payload = row.Payload,
        ContentHash = row.ContentHash,
        ReceivedTime = row.ReceivedTime,
        School = row.School,
        SessionNumber = row.SessionNumber,
        Source = row.Source,
        SnapshotId = row.SnapshotId,
        Notices = check.Notices,
        Projection = check.Projection,
    };
}
