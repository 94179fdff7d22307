using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>Reads the marks of some pupils' enrolments in a window, in one snapshot, each school once.</summary>
internal sealed class MarksReader(AttendanceStore store, ReadSnapshot snapshot, string authority, AttendanceWindow window)
{
    private readonly SlotRange[] _ranges = [.. window.SlotRanges];
    private readonly List<SchoolFreshness> _schools = [];
    private readonly Dictionary<(StripKey Strip, int Slot), MarkDetail?> _tailDetails = [];
    private readonly HashSet<long> _wholeDetails = [];

    public SlotRange[] Ranges => _ranges;

    /// <summary>How fresh the schools read so far are.</summary>
    public IReadOnlyList<SchoolFreshness> Schools => _schools;

    /// <summary>
    /// The marks by pupil, of the enrolments that count: main and subsidiary ones that the window touches. A pupil without any is
    /// not in the answer.
    /// </summary>
    public async Task<ILookup<long, WindowMarks>> ReadAsync(IReadOnlyCollection<long> pupils, CancellationToken cancellationToken)
    {
        var enrolments = await Counting(snapshot.Known, authority, window)
            .Where(x => EF.Parameter(pupils).Contains(x.PupilId))
            .OrderBy(x => x.Laestab).ThenBy(x => x.EntryDate)
            .Select(x => new { x.PupilId, Stay = new Stay(x.EnrolmentId, x.Laestab, x.EntryDate, x.LeavingDate) })
            .ToListAsync(cancellationToken);
        var marks = new List<(long PupilId, WindowMarks Marks)>(enrolments.Count);
        foreach (var school in enrolments.GroupBy(x => x.Stay.Laestab))
        {
            var strips = await ReadSchoolAsync(school.Key, school.Select(x => x.Stay.EnrolmentId).ToHashSet(), cancellationToken);
            marks.AddRange(school.Select(x => (x.PupilId, new WindowMarks(_ranges, x.Stay, strips))));
        }
        return marks.ToLookup(x => x.PupilId, x => x.Marks);
    }

    /// <summary>What the marks read so far carry beside their codes.</summary>
    public async Task<IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail>> DetailsAsync(
        IReadOnlyCollection<long> enrolments, CancellationToken cancellationToken)
    {
        long[] stored = [.. enrolments.Except(_wholeDetails)];
        var details = await snapshot.Context.MarkDetails
            .Where(x => x.Authority == authority && EF.Parameter(stored).Contains(x.EnrolmentId))
            .ToDictionaryAsync(
                x => (new StripKey(x.EnrolmentId, x.AcademicYear), x.Slot), x => new MarkDetail(x.Position, x.MinutesLate, x.SourceCode),
                cancellationToken);
        Overlay(details, _tailDetails);
        return details;
    }

    /// <summary>Puts what the journal's tail says in the place of what is stored.</summary>
    /// <param name="tail">Null: the mark carries nothing any more.</param>
    public static void Overlay(
        Dictionary<(StripKey Strip, int Slot), MarkDetail> stored, IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail?> tail)
    {
        foreach (var (slot, detail) in tail)
        {
            if (detail is null)
                stored.Remove(slot);
            else
                stored[slot] = detail;
        }
    }

    /// <summary>Enrolments whose marks in the window count somewhere. A guest's count nowhere, nor do those sent in error.</summary>
    public static IQueryable<EnrolmentRow> Counting(KnownRecords known, string authority, AttendanceWindow window) =>
        known.Enrolments.Where(x => x.Authority == authority && !x.Removed && x.Status != EnrolmentStatus.Guest
            && x.EntryDate <= window.To && (x.LeavingDate == null || x.LeavingDate >= window.From));

    private async Task<IReadOnlyDictionary<StripKey, byte[]>> ReadSchoolAsync(int laestab, HashSet<long> enrolments, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(snapshot, new SchoolKey(authority, laestab), enrolments, Years(_ranges), cancellationToken);
        _schools.Add(FreshnessOf(laestab, read));
        foreach (var (slot, detail) in read.TailDetails)
            _tailDetails[slot] = detail;
        if (read.DetailsAreWhole)
            _wholeDetails.UnionWith(enrolments);
        return read.Strips;
    }

    public static int[] Years(SlotRange[] ranges) => [.. ranges.Select(x => x.Year.StartYear)];

    public static SchoolFreshness FreshnessOf(int laestab, SchoolStrips read) => new(
        laestab, read.LastRegisterTime, read.LastSessionNumber is { } session ? SessionNumber.DateOf(session) : null);
}
