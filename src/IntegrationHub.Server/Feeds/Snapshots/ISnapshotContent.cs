using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>What the snapshots of one kind of feed hold, and how they become visible.</summary>
internal interface ISnapshotContent
{
    Storage.Model.Feed Feed { get; }

    /// <summary>
    /// Reads a snapshot's records back from the journal and works out what would change. Nothing is written, and nothing that the
    /// context tracks is touched, until the change is saved.
    /// </summary>
    Task<ISnapshotChange> PrepareAsync(HubDbContext context, SnapshotRow snapshot, SnapshotMoment moment, CancellationToken cancellationToken);
}

/// <summary>When a snapshot becomes visible: its end, or its approval.</summary>
internal readonly record struct SnapshotMoment(long Position, DateTime Time);

/// <summary>What a snapshot would change.</summary>
internal interface ISnapshotChange
{
    /// <summary>How much it would close, of each kind of thing in its scope.</summary>
    IReadOnlyList<SnapshotClosing> Closings { get; }

    /// <summary>Makes the change.</summary>
    /// <returns>Notices, indexed through all records of the snapshot.</returns>
    Task<IReadOnlyList<ItemNotice>> SaveAsync(CancellationToken cancellationToken);

    /// <summary>Schools whose registers must be folded anew.</summary>
    IReadOnlyCollection<SchoolKey> SchoolsToFold { get; }

    /// <summary>Called after the commit, for what lives in memory.</summary>
    void Committed();
}

/// <summary>Things of one kind in a snapshot's scope.</summary>
/// <param name="Open">Open now.</param>
/// <param name="Closing">Those of them that the snapshot does not name.</param>
internal readonly record struct SnapshotClosing(int Open, int Closing);
