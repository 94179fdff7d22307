using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>The roll of one school: one stay for each pupil, and the snapshots that were begun.</summary>
internal sealed class PlainRoll
{
    private const int MostClosedUnasked = 1;
    private const double ShareClosedUnasked = 0.2;

    private readonly Dictionary<string, Stay> _stays = [];
    private readonly List<Snapshot> _snapshots = [];

    /// <summary>Why a mark must wait; null: it need not.</summary>
    public string? WhyWaiting(string pupil, DateOnly date)
    {
        if (!_stays.TryGetValue(pupil, out var stay) || stay.Removed)
            return Reason.PupilNotOnRoll;
        return date > stay.Leaving ? Reason.DateOutsideEnrolment : null;
    }

    /// <summary>How many records the hub has counted in a snapshot; 0: it knows none.</summary>
    public int CountOf(string snapshotId) => _snapshots.Find(x => x.Id == snapshotId)?.Records.Count ?? 0;

    public Answer Take(Writer writer, RollSubmission roll, int order) => roll.ContentCase switch
    {
        RollSubmission.ContentOneofCase.SnapshotBegin => Begin(writer, roll.SnapshotBegin.SnapshotId, order),
        RollSubmission.ContentOneofCase.SnapshotEnd => End(writer, roll.SnapshotEnd.SnapshotId, roll.SnapshotEnd.RecordCount),
        _ when roll.Records.SnapshotId.Length > 0 => Part(writer, roll.Records, order),
        _ => Change(roll.Records, order),
    };

    /// <returns>Null: approved. Otherwise why not.</returns>
    public string? Approve(string snapshotId)
    {
        if (_snapshots.Find(x => x.Id == snapshotId) is not { } snapshot)
            return Reason.SnapshotUnknown;
        if (snapshot.State != State.Held)
            return Reason.SnapshotNotHeld;
        Publish(snapshot);
        return null;
    }

    private Answer Begin(Writer writer, string id, int order)
    {
        if (_snapshots.Exists(x => x.Id == id))
            return new Answer { Refused = Reason.SnapshotIdReused };
        foreach (var unfinished in _snapshots.Where(x => x.Writer == writer && x.State == State.Open))
            unfinished.State = State.Abandoned;
        _snapshots.Add(new Snapshot(id, writer, order));
        return new Answer();
    }

    private Answer Part(Writer writer, RollRecords records, int order)
    {
        if (RefusalOf(writer, records.SnapshotId, out var snapshot) is { } refused)
            return refused;
        snapshot.Records.AddRange(records.Records.Select(x => (order, x)));
        return new Answer();
    }

    private Answer End(Writer writer, string id, long count)
    {
        if (RefusalOf(writer, id, out var snapshot) is { } refused)
            return refused;
        if (snapshot.Records.Count != count)
            return new Answer { Refused = Reason.SnapshotCountMismatch };
        var open = _stays.Values.Count(IsOpen);
        var closing = _stays.Count(x => IsClosedBy(snapshot, x.Key, x.Value));
        if (closing > MostClosedUnasked && closing > ShareClosedUnasked * open)
        {
            snapshot.State = State.Held;
            return new Answer { Notices = [Answer.Notice(0, "WARNING", Reason.SnapshotHeld)] };
        }
        return new Answer { Notices = [.. Repeated(snapshot.Records.Select(x => x.Record)), .. Publish(snapshot)] };
    }

    private Answer Change(RollRecords records, int order) => new()
    {
        Notices = [.. Repeated(records.Records), .. records.Records.SelectMany((x, i) => Put(x, i, order))],
    };

    private List<string> Publish(Snapshot snapshot)
    {
        foreach (var older in _snapshots.Where(x => x.State == State.Held && x.Begun < snapshot.Begun))
            older.State = State.Abandoned;
        snapshot.State = State.Visible;
        var leaving = _stays.Where(x => IsClosedBy(snapshot, x.Key, x.Value)).Select(x => x.Key).ToList();
        var notices = snapshot.Records.SelectMany((x, i) => Put(x.Record, i, x.Order)).ToList();
        foreach (var pupil in leaving)
            _stays[pupil] = new Stay(HistorySchool.Tuesday, Removed: false, snapshot.Begun);
        return notices;
    }

    /// <summary>Of two statements about a pupil the later one stands.</summary>
    private List<string> Put(RollRecord record, int index, int order)
    {
        var known = _stays.GetValueOrDefault(record.MisPupilId);
        if (record.Removed && known is null)
            return [Answer.Notice(index, "WARNING", Reason.RecordUnknown)];
        if (known is null || known.Stated <= order)
        {
            var left = record.LeavingDate is null ? (DateOnly?)null : HistorySchool.Tuesday;
            _stays[record.MisPupilId] = new Stay(left, record.Removed, order);
        }
        return [];
    }

    private static IEnumerable<string> Repeated(IEnumerable<RollRecord> records)
    {
        var pupils = new HashSet<string>();
        return records.Index().Where(x => !pupils.Add(x.Item.MisPupilId)).Select(x => Answer.Notice(x.Index, "WARNING", Reason.PupilRepeated));
    }

    private Answer? RefusalOf(Writer writer, string id, out Snapshot snapshot)
    {
        snapshot = _snapshots.Find(x => x.Id == id && x.Writer == writer)!;
        if (snapshot is null)
            return new Answer { Refused = Reason.SnapshotUnknown };
        return snapshot.State == State.Open ? null : new Answer { Refused = Reason.SnapshotNotOpen };
    }

    /// <summary>On the roll on a snapshot's date, a Wednesday.</summary>
    private static bool IsOpen(Stay stay) => stay is { Removed: false, Leaving: null };

    private static bool IsClosedBy(Snapshot snapshot, string pupil, Stay stay) =>
        IsOpen(stay) && stay.Stated <= snapshot.Begun && !snapshot.Records.Exists(x => x.Record.MisPupilId == pupil);

    private enum State
    {
        Open,
        Held,
        Visible,
        Abandoned,
    }

    /// <param name="Leaving">The last day; null: still there.</param>
    /// <param name="Stated">The place of the submission that said so.</param>
    private sealed record Stay(DateOnly? Leaving, bool Removed, int Stated);

    private sealed class Snapshot(string id, Writer writer, int begun)
    {
        public string Id => id;

        public Writer Writer => writer;

        public int Begun => begun;

        public State State { get; set; }

        public List<(int Order, RollRecord Record)> Records { get; } = [];
    }
}
