using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>Checks what all feeds with snapshots have in common in a submission.</summary>
internal sealed class SnapshotCheck(SnapshotGuard guard, IOptions<HubOptions> options, TimeProvider clock)
{
    public SubmissionCheck Begin(SnapshotBegin begin, string scope)
    {
        if (!TryReadId(begin.SnapshotId, out var id))
            return new() { Refusal = InvalidId("snapshot_begin.snapshot_id") };
        if (begin.AsOfDate.ToDateOnly() is not { Year: >= CivilDates.FirstYear } asOf)
        {
            return SubmissionCheck.Refused(Reason.InvalidDate,
                "The date whose state the snapshot gives is missing or is no date. Give year, month and day.", "snapshot_begin.as_of_date");
        }
        if (asOf > clock.Today(options.Value.TimeZone))
        {
            return SubmissionCheck.Refused(Reason.DateInFuture,
                "The snapshot's date lies in the future. Give the date whose state it gives.", "snapshot_begin.as_of_date");
        }
        return new() { SnapshotId = id, Projection = new BeginSnapshot(id, scope, asOf) };
    }

    public SubmissionCheck End(SnapshotEnd end, string scope, ISnapshotContent content) => TryReadId(end.SnapshotId, out var id)
        ? new() { SnapshotId = id, Projection = new EndSnapshot(id, scope, end.RecordCount, content, guard) }
        : new() { Refusal = InvalidId("snapshot_end.snapshot_id") };

    /// <summary>Checks a submission of records, whose own faults the feed has noticed.</summary>
    /// <param name="delta">What the records change at once when they belong to no snapshot.</param>
    public static SubmissionCheck Records(
        string snapshotId, int count, string scope, IReadOnlyList<ItemNotice> notices, IProjection delta)
    {
        if (snapshotId.Length == 0)
            return new() { Notices = notices, Projection = delta };
        return TryReadId(snapshotId, out var id)
            ? new() { SnapshotId = id, Notices = notices, Projection = new SnapshotRecords(id, scope, count) }
            : new() { Refusal = InvalidId("records.snapshot_id") };
    }

    /// <summary>Why this many records are not taken in one submission; null: they are.</summary>
    public Refusal? RefusalOfCount(int count)
    {
        var most = options.Value.Feeds.MaxRecords;
        if (count == 0)
            return new(Reason.SubmissionEmpty, "The submission holds no records. Send at least one.", "records.records");
        return count > most
            ? new(Reason.TooManyItems, $"The submission holds {count:N0} records; at most {most:N0} are taken. Split it.", "records.records")
            : null;
    }

    public static SubmissionCheck Empty() => SubmissionCheck.Refused(Reason.SubmissionEmpty,
        "The submission begins no snapshot, ends none and holds no records. Send one of the three.", "content");

    /// <summary>Why a submission cannot be taken without a stream.</summary>
    public static Refusal DeltaExpected() => new(Reason.DeltaExpected,
        "Without a stream only records that belong to no snapshot are taken. Send snapshots on the feed.", "content");

    private static bool TryReadId(string text, out Guid id) => Guid.TryParse(text, out id) && id != Guid.Empty;

    private static Refusal InvalidId(string field) => new(Reason.InvalidSnapshotId, "Give the snapshot a UUID of its own.", field);
}
