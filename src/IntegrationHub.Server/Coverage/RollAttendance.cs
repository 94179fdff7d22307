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
/// School by school, so that one school's strips are in memory at a time. A child with a single enrolment in the window is done with
/// its school; only the strips of children with several wait until their last school has been read.
/// </remarks>
internal sealed class RollAttendance(AttendanceStore store, HubDbContext context, string authority, AttendanceWindow window)
{
    private readonly SlotRange[] _ranges = [.. window.SlotRanges];

    private DateOnly AsOf => window.To;

    public async IAsyncEnumerable<ChildEvidence> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var severalTimes = await PupilsWithSeveralEnrolmentsAsync(cancellationToken);
        var waiting = new Dictionary<long, List<EnrolledChild>>();
        foreach (var laestab in await SchoolsAsync(cancellationToken))
        {
            foreach (var child in await ReadSchoolAsync(laestab, cancellationToken))
            {
                if (severalTimes.Contains(child.PupilId))
                    Wait(waiting, child);
                else if (child.Marks.Stay.IsOpenOn(AsOf))
                    yield return ToEvidence([child]);
            }
        }
        foreach (var enrolments in waiting.Values)
        {
            if (enrolments.Any(x => x.Marks.Stay.IsOpenOn(AsOf)))
                yield return ToEvidence(enrolments);
        }
    }

    private static void Wait(Dictionary<long, List<EnrolledChild>> waiting, EnrolledChild child)
    {
        if (!waiting.TryGetValue(child.PupilId, out var enrolments))
            waiting[child.PupilId] = enrolments = [];
        enrolments.Add(child);
    }

    /// <summary>
    /// The child is listed under the school it is at on the date: the main one, the one entered last, the lower number. Any school it
    /// is at may know of an education, health and care plan.
    /// </summary>
    private ChildEvidence ToEvidence(IReadOnlyList<EnrolledChild> enrolments)
    {
        var current = enrolments
            .Where(x => x.Marks.Stay.IsOpenOn(AsOf))
            .OrderBy(x => x.Status).ThenByDescending(x => x.Marks.Stay.Entry).ThenBy(x => x.Marks.Stay.Laestab)
            .ToList();
        var child = current[0];
        return new ChildEvidence
        {
            PupilId = child.PupilId,
            MainSchool = new Laestab(child.Marks.Stay.Laestab),
            DateOfBirth = child.DateOfBirth,
            YearGroup = current.Select(x => x.YearGroup).FirstOrDefault(x => x is not null),
            HasEhcp = current.Any(x => x.Provision == SenProvision.Ehcp),
            Restricted = child.Restricted,
            IsOfHomeAuthority = child.HomeAuthority == authority,
            Attendance = WindowMarks.Merge(_ranges, [.. enrolments.Select(x => x.Marks)]),
        };
    }

    private async Task<IEnumerable<EnrolledChild>> ReadSchoolAsync(int laestab, CancellationToken cancellationToken)
    {
        var rows = await (
            from enrolment in Enrolments
            where enrolment.Laestab == laestab
            join pupil in context.Pupils on enrolment.PupilId equals pupil.PupilId
            select new
            {
                Stay = new Stay(enrolment.EnrolmentId, enrolment.Laestab, enrolment.EntryDate, enrolment.LeavingDate),
                enrolment.PupilId, enrolment.Status, enrolment.YearGroup, enrolment.SenProvision,
                pupil.DateOfBirth, pupil.HomeAuthority, pupil.Restricted,
            }).ToListAsync(cancellationToken);
        var school = await store.ReadAsync(context, new SchoolKey(authority, laestab), null, MarksReader.Years(_ranges), cancellationToken);
        return rows.Select(x => new EnrolledChild(
            x.PupilId, x.Status, x.YearGroup, x.SenProvision, x.DateOfBirth, x.HomeAuthority, x.Restricted,
            new WindowMarks(_ranges, x.Stay, school.Strips)));
    }

    private async Task<List<int>> SchoolsAsync(CancellationToken cancellationToken) =>
        await Enrolments.Select(x => x.Laestab).Distinct().OrderBy(x => x).ToListAsync(cancellationToken);

    private async Task<HashSet<long>> PupilsWithSeveralEnrolmentsAsync(CancellationToken cancellationToken) =>
        await Enrolments.GroupBy(x => x.PupilId).Where(x => x.Count() > 1).Select(x => x.Key).ToHashSetAsync(cancellationToken);

    private IQueryable<EnrolmentRow> Enrolments => MarksReader.Counting(context, authority, window);

    private sealed record EnrolledChild(
        long PupilId, EnrolmentStatus Status, int? YearGroup, SenProvision Provision, DateOnly DateOfBirth, string HomeAuthority,
        bool Restricted, WindowMarks Marks);
}
