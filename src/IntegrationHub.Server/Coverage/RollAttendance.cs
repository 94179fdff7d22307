using System.Runtime.CompilerServices;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Coverage;

/// <summary>Reads every child who is on a roll on a date, with all the attendance of the window that ends on it.</summary>
/// <remarks>
/// Rolls are small and are read whole, in one pass each; strips are not, and are read school by school, so that one school's are in
/// memory at a time. A child with a single enrolment in the window is done with its school; only the strips of children with several
/// wait until their last school has been read.
/// </remarks>
internal sealed class RollAttendance(AttendanceStore store, HubDbContext context, string authority, AttendanceWindow window)
{
    private readonly SlotRange[] _ranges = [.. window.SlotRanges];
    private Dictionary<long, Child> _children = [];

    private DateOnly AsOf => window.To;

    public async IAsyncEnumerable<ChildEvidence> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _children = await ReadChildrenAsync(cancellationToken);
        var enrolments = await ReadEnrolmentsAsync(cancellationToken);
        var enrolled = enrolments.CountBy(x => x.PupilId).ToDictionary();
        var waiting = new Dictionary<long, List<(Enrolment Enrolment, WindowMarks Marks)>>();
        foreach (var school in enrolments.GroupBy(x => x.Stay.Laestab).OrderBy(x => x.Key))
        {
            var read = await store.ReadAsync(context, new SchoolKey(authority, school.Key), null, MarksReader.Years(_ranges), cancellationToken);
            foreach (var enrolment in school)
            {
                var marks = new WindowMarks(_ranges, enrolment.Stay, read.Strips);
                if (enrolled[enrolment.PupilId] > 1)
                    Wait(waiting, enrolment, marks);
                else if (enrolment.Stay.IsOpenOn(AsOf))
                    yield return ToEvidence(enrolment, enrolment.YearGroup, enrolment.HasEhcp, [marks]);
            }
        }
        foreach (var several in waiting.Values)
        {
            var current = several.Select(x => x.Enrolment).Where(x => x.Stay.IsOpenOn(AsOf)).ToList();
            if (current.Count > 0)
                yield return ToEvidence(current, [.. several.Select(x => x.Marks)]);
        }
    }

    private static void Wait(
        Dictionary<long, List<(Enrolment Enrolment, WindowMarks Marks)>> waiting, Enrolment enrolment, WindowMarks marks)
    {
        if (!waiting.TryGetValue(enrolment.PupilId, out var several))
            waiting[enrolment.PupilId] = several = [];
        several.Add((enrolment, marks));
    }

    /// <summary>
    /// The child is listed under the school it is at on the date: the main one, the one entered last, the lower number. Any school it
    /// is at may know of an education, health and care plan.
    /// </summary>
    private ChildEvidence ToEvidence(List<Enrolment> current, WindowMarks[] marks)
    {
        Enrolment[] ordered = [.. current.OrderBy(x => x.Status).ThenByDescending(x => x.Stay.Entry).ThenBy(x => x.Stay.Laestab)];
        var yearGroup = ordered.Select(x => x.YearGroup).FirstOrDefault(x => x is not null);
        return ToEvidence(ordered[0], yearGroup, ordered.Any(x => x.HasEhcp), marks);
    }

    private ChildEvidence ToEvidence(in Enrolment main, int? yearGroup, bool hasEhcp, WindowMarks[] marks)
    {
        var child = _children[main.PupilId];
        return new ChildEvidence
        {
            PupilId = main.PupilId,
            MainSchool = new Laestab(main.Stay.Laestab),
            DateOfBirth = child.DateOfBirth,
            YearGroup = yearGroup,
            HasEhcp = hasEhcp,
            Restricted = child.Restricted,
            IsOfHomeAuthority = child.IsOfHomeAuthority,
            Attendance = WindowMarks.Merge(_ranges, marks),
        };
    }

    private Task<Dictionary<long, Child>> ReadChildrenAsync(CancellationToken cancellationToken) => context.Pupils
        .Where(x => x.Authority == authority)
        .Select(x => new { x.PupilId, x.DateOfBirth, IsOfHomeAuthority = x.HomeAuthority == authority, x.Restricted })
        .ToDictionaryAsync(x => x.PupilId, x => new Child(x.DateOfBirth, x.IsOfHomeAuthority, x.Restricted), cancellationToken);

    private Task<List<Enrolment>> ReadEnrolmentsAsync(CancellationToken cancellationToken) => MarksReader.Counting(context, authority, window)
        .Select(x => new Enrolment(
            x.PupilId, new Stay(x.EnrolmentId, x.Laestab, x.EntryDate, x.LeavingDate), x.Status, x.YearGroup,
            x.SenProvision == SenProvision.Ehcp))
        .ToListAsync(cancellationToken);

    private readonly record struct Child(DateOnly DateOfBirth, bool IsOfHomeAuthority, bool Restricted);

    private readonly record struct Enrolment(long PupilId, Stay Stay, EnrolmentStatus Status, int? YearGroup, bool HasEhcp);
}
