using IntegrationHub.Storage.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>
/// Decides whether a snapshot waits for the LA: half a roll in a file looks just like half a school leaving, and only people know
/// which it is.
/// </summary>
/// <remarks>
/// Each kind of thing is judged by itself. An extract that has lost its table of involvements still names every child and plan;
/// over all its records together it would close little, and every child in the city would lose their lead.
/// </remarks>
internal sealed partial class SnapshotGuard(IOptions<HubOptions> options, ILogger<SnapshotGuard> logger)
{
    private readonly FeedOptions _limits = options.Value.Feeds;

    public bool Holds(SnapshotRow snapshot, IReadOnlyList<SnapshotClosing> closings)
    {
        if (!closings.Any(ClosesTooMuch))
            return false;
        LogHeld(snapshot.SnapshotId, snapshot.Feed, snapshot.Scope, snapshot.ClosingCount, snapshot.OpenCount);
        return true;
    }

    private bool ClosesTooMuch(SnapshotClosing closing) =>
        closing.Closing > _limits.SnapshotGuardLeast && closing.Closing > _limits.SnapshotGuardShare * closing.Open;

    [LoggerMessage(1, LogLevel.Warning,
        "Snapshot {SnapshotId} of {Feed} {Scope} is held: it would close {Closing} of {Open} that are open")]
    private partial void LogHeld(Guid snapshotId, Storage.Model.Feed feed, string scope, int closing, int open);
}
