using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>Reads the marks of some pupils' enrolments in a window, in one snapshot, each school once.</summary>
internal sealed class MarksReader(AttendanceStore store, ReadSnapshot snapshot, string authority, AttendanceWindow window)
{
    private readonly SlotRange[] _ranges = [.. window.SlotRanges];
    private readonly List<(int Laestab, HashSet<long> Enrolments, SchoolStrips Strips)> _read = [];

    public SlotRange[] Ranges => _ranges;

    /// <summary>How fresh the schools read so far are.</summary>
    public IReadOnlyList<SchoolFreshness> Schools => [.. _read.Select(x => SchoolFreshness.Of(x.Laestab, x.Strips))];

    /// <summary>
    /// The marks by pupil, of the enrolments that count: main and subsidiary ones that the window touches. A pupil without any is
    /// not in the answer.
    /// </summary>
    public async Task<ILookup<long, WindowMarks>> ReadAsync(IReadOnlyCollection<long> pupils, CancellationToken cancellationToken)
    {
        var enrolments = await RolledEnrolments.Counting(snapshot.Known, authority, window)
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
    public async Task<IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail>> DetailsAsync(CancellationToken cancellationToken)
    {
        var details = new Dictionary<(StripKey Strip, int Slot), MarkDetail>();
        foreach (var (laestab, enrolments, strips) in _read)
        {
            var school = new SchoolDetails(snapshot, authority, laestab);
            foreach (var (slot, detail) in await school.ReadAsync(_ranges, enrolments, strips, cancellationToken))
                details.Add(slot, detail);
        }
        return details;
    }

    private async Task<IReadOnlyDictionary<StripKey, byte[]>> ReadSchoolAsync(int laestab, HashSet<long> enrolments, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(snapshot, new SchoolKey(authority, laestab), enrolments, _ranges.Years(), cancellationToken);
        _read.Add((laestab, enrolments, read));
        return read.Strips;
    }
}
