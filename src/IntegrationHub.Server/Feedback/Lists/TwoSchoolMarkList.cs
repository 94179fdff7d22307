using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>A session that this school and another mark as possible for one pupil.</summary>
/// <param name="Others">What the others say.</param>
/// <param name="Counted">The code that counts for the child.</param>
internal sealed record TwoSchoolMarks(
    int Laestab, KnownByNumber Pupil, DateOnly Date, SchoolSession Session, AttendanceCode Code, IReadOnlyList<SchoolMark> Others,
    AttendanceCode Counted, string Place)
    : SchoolListEntry(Laestab, Place);

/// <summary>Lists the sessions that a school and another mark as possible for one pupil, in the year to date.</summary>
internal sealed class TwoSchoolMarkList(FeedbackBasis basis, DateOnly asOf) : ISchoolList<TwoSchoolMarks>
{
    private readonly AttendanceWindow _window = AttendanceWindow.YearToDate(asOf);

    public async Task<SchoolList<TwoSchoolMarks>> ReadAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        var surveyed = await basis.SurveyAsync(school, _window, cancellationToken);
        var reader = basis.Marks(_window);
        var elsewhere = await reader.ReadAsync(await AtTwoSchoolsAsync(school, cancellationToken), cancellationToken);
        var children = new ListedChildren(basis.Restricted);
        var numbers = await basis.NumbersAsync(school, cancellationToken);
        var entries = (
            from pupil in surveyed.Enrolments.GroupBy(x => x.Facts.PupilId)
            from conflict in WindowMarks.Merge(reader.Ranges, [.. elsewhere[pupil.Key]]).Conflicts
            where IsWithAnother(conflict, school.Laestab) && children.MayList(pupil.Key)
            select ToEntry(conflict, school.Laestab, numbers.Of(pupil.First().Facts))).ToList();
        return new(school, new(FeedbackState.Listed) { Window = _window, RestrictedChildren = children.LeftOut }, entries, surveyed.Freshness);
    }

    /// <summary>Pupils who are on this school's roll and on another's at one time. Few are, and those who only moved cannot be in two places.</summary>
    private Task<List<long>> AtTwoSchoolsAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        var counting = RolledEnrolments.Counting(basis.Snapshot.Known, basis.Authority, _window);
        return (
            from here in counting
            join there in counting on here.PupilId equals there.PupilId
            where here.Laestab == school.Laestab && there.Laestab != school.Laestab
                && (there.LeavingDate == null || here.EntryDate <= there.LeavingDate)
                && (here.LeavingDate == null || there.EntryDate <= here.LeavingDate)
            select here.PupilId).Distinct().ToListAsync(cancellationToken);
    }

    private static bool IsWithAnother(SessionConflict conflict, int laestab) =>
        conflict.Marks.Any(x => x.School.Value == laestab) && conflict.Marks.Any(x => x.School.Value != laestab);

    private TwoSchoolMarks ToEntry(SessionConflict conflict, int laestab, KnownByNumber pupil)
    {
        var session = AcademicYear.SessionOf(conflict.Slot);
        return new(
            laestab, pupil, _window.AcademicYear.DateOf(conflict.Slot), session,
            conflict.Marks.First(x => x.School.Value == laestab).Code, [.. conflict.Marks.Where(x => x.School.Value != laestab)],
            conflict.Counted, $"{pupil.MisPupilId}/{pupil.PupilId}/{conflict.Slot:D3}");
    }
}
