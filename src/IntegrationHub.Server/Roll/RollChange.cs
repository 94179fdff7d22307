using System.Globalization;
using IntegrationHub.Domain;
using IntegrationHub.Server.Casework;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Server.Roll;

/// <summary>What a delta or a whole snapshot of one school's roll changes: worked out in memory, then saved.</summary>
internal sealed class RollChange : ISnapshotChange
{
    private readonly HubDbContext _context;
    private readonly SchoolRolls _rolls;
    private readonly RollState _state;
    private readonly RollStays _stays;
    private readonly RollIdentifiers _identifiers;
    private readonly RollIdentity _identity;
    private readonly HashSet<EnrolmentRow> _stated = new(ReferenceEqualityComparer.Instance);
    private readonly List<ItemNotice> _notices = [];
    private readonly List<(short Kind, string Id, long Position)> _restated = [];
    private SnapshotClosing _closing;

    /// <param name="named">The MIS identifiers that the snapshot names; null for a delta.</param>
    public RollChange(HubDbContext context, SchoolRolls rolls, RollState state, IReadOnlySet<string>? named)
    {
        _context = context;
        _rolls = rolls;
        _state = state;
        _stays = new(state, named);
        _identifiers = new(state);
        _identity = new(state, _identifiers, _stays, named);
    }

    public IReadOnlyList<SnapshotClosing> Closings => [_closing];

    public IReadOnlyCollection<SchoolKey> SchoolsToFold => [.. _state.TouchedSchools];

    /// <summary>Applies records in the order in which they were stated.</summary>
    public void Apply(IReadOnlyCollection<Stated<RollEntry>> entries)
    {
        foreach (var stated in entries.Where(x => !_stays.Expect(x.Record)))
            Warn(stated.Index, Reason.PupilRepeated);
        foreach (var stated in entries)
            Apply(stated);
    }

    /// <summary>
    /// Applies a snapshot: its records, and then takes off the roll whoever was on it on the snapshot's date and is neither named nor
    /// stated anew since it began.
    /// </summary>
    /// <param name="faulty">MIS identifiers of records that do not count: nobody leaves by a slip in their record.</param>
    public void ApplySnapshot(SnapshotRow snapshot, IReadOnlyCollection<Stated<RollEntry>> entries, IReadOnlySet<string> faulty)
    {
        var open = _state.StaysOn(snapshot.AsOfDate).ToList();
        Apply(entries);
        var closing = open.Where(x => !_stated.Contains(x) && !faulty.Contains(x.MisPupilId) && x.Position <= snapshot.BeginPosition).ToList();
        foreach (var stay in closing)
        {
            var pupil = _state.PupilOf(stay);
            _stays.Close(pupil, stay, snapshot.AsOfDate, snapshot.BeginPosition);
            _identifiers.ReleaseIfNowhere(pupil);
        }
        _closing = new(open.Count, closing.Count);
    }

    public async Task<IReadOnlyList<ItemNotice>> SaveAsync(CancellationToken cancellationToken)
    {
        var rows = new RowWriter(_context);
        rows.Insert(_state.Minted.Select(x => x.Row));
        foreach (var pupil in _state.Minted)
        {
            pupil.Identifiers.ForEach(x => x.PupilId = pupil.Row.PupilId);
            pupil.Stays.ForEach(x => x.PupilId = pupil.Row.PupilId);
        }
        rows.Insert(_state.Added.OfType<PupilIdentifierRow>());
        rows.Insert(_state.Added.OfType<EnrolmentRow>());
        rows.Update(_state.Changed.OfType<PupilRow>());
        rows.Update(_state.Changed.OfType<PupilIdentifierRow>());
        rows.Update(_state.Changed.OfType<EnrolmentRow>());
        KeepVersions();
        foreach (var school in _state.TouchedSchools)
        {
            var stays = _state.Touched.Where(x => x.Stay.Laestab == school.Laestab).Select(x => (x.Stay.EnrolmentId, x.Pupil.Row.PupilId));
            await RollTouches.WriteAsync(_context, school, stays, _state.Position, cancellationToken);
        }
        await HeldRecords.ForgetAsync(
            _context, _state.School.Authority, Feed.Roll, _state.School.Laestab.ToString(CultureInfo.InvariantCulture), _restated, cancellationToken);
        await CaseMatching.RematchAsync(_context, _state.School.Authority, _state.Position, _state.TouchedUpns, cancellationToken);
        return _notices;
    }

    public void Committed()
    {
        foreach (var school in _state.TouchedSchools)
            _rolls.Invalidate(school);
    }

    private void KeepVersions()
    {
        var versions = new VersionWriter(_context, _state.Position);
        versions.Put<PupilRow, PupilVersionRow>(_state.Minted.Select(x => x.Row).Concat(_state.Changed.OfType<PupilRow>()));
        versions.Put<PupilIdentifierRow, PupilIdentifierVersionRow>(
            _state.Added.Concat(_state.Changed).OfType<PupilIdentifierRow>());
        versions.Put<EnrolmentRow, EnrolmentVersionRow>(_state.Added.Concat(_state.Changed).OfType<EnrolmentRow>());
    }

    private void Apply(Stated<RollEntry> stated)
    {
        var entry = stated.Record;
        _restated.Add((RollRecordReader.OnlyKind, entry.MisPupilId, stated.Position));
        var known = _identity.Known(entry);
        var stay = known is null ? null : _stays.Find(known, entry);
        if (stay?.Position > stated.Position)
        {
            _stated.Add(stay);
            return;
        }
        if (entry.Removed)
            TakeBack(known, stay, stated);
        else
            Put(_identity.Resolve(entry, known, reason => Warn(stated.Index, reason)), stated);
    }

    private void Put(KnownPupil pupil, Stated<RollEntry> stated)
    {
        _stated.Add(_stays.Put(pupil, stated.Record, stated.Position));
        _identifiers.State(pupil, stated.Record);
        Describe(pupil, stated.Record);
    }

    private void TakeBack(KnownPupil? pupil, EnrolmentRow? stay, Stated<RollEntry> stated)
    {
        if (pupil is null || stay is null)
        {
            Warn(stated.Index, Reason.RecordUnknown);
            return;
        }
        _stays.Remove(pupil, stay, stated.Position);
        _stated.Add(stay);
        if (!pupil.Stays.Any(x => x.Laestab == _state.School.Laestab && !x.Removed && x.MisPupilId == stay.MisPupilId))
            _identifiers.ReleaseMis(pupil, stay.MisPupilId);
        _identifiers.ReleaseIfNowhere(pupil);
        Protect(pupil);
    }

    private void Describe(KnownPupil pupil, RollEntry entry)
    {
        var row = pupil.Row;
        if (row.DateOfBirth != entry.DateOfBirth)
            _state.Touch(pupil);
        if ((row.Forename, row.Surname, row.DateOfBirth, row.Sex, row.HomeAuthority)
            != (entry.Forename, entry.Surname, entry.DateOfBirth, entry.Sex, entry.HomeAuthority))
        {
            _state.Change(row);
        }
        row.Forename = entry.Forename;
        row.Surname = entry.Surname;
        row.DateOfBirth = entry.DateOfBirth;
        row.Sex = entry.Sex;
        row.HomeAuthority = entry.HomeAuthority;
        Protect(pupil);
    }

    /// <summary>
    /// A child is protected until each school that asked for it takes it back, also a school that the child has left: the new one may
    /// not know yet.
    /// </summary>
    private void Protect(KnownPupil pupil)
    {
        var restricted = pupil.Stays.Any(x => x is { Removed: false, Restricted: true });
        if (pupil.Row.Restricted == restricted)
            return;
        pupil.Row.Restricted = restricted;
        _state.Change(pupil.Row);
    }

    private void Warn(int index, string reason) => _notices.Add(new(index, ItemOutcome.Warning, reason));
}
