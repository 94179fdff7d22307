using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>A session still marked N when its time was over.</summary>
internal sealed record UnexplainedAbsence(
    int Laestab, KnownByNumber Pupil, DateOnly Date, SchoolSession Session, OverdueReason Overdue, DateOnly? Leaving, string Place)
    : SchoolListEntry(Laestab, Place);

/// <summary>
/// Lists the absences of a school whose reason is overdue, of this academic year and the one before: a new year explains nothing.
/// </summary>
internal sealed class UnexplainedAbsenceList(FeedbackBasis basis, DateOnly asOf) : ISchoolList<UnexplainedAbsence>
{
    private static readonly byte NoReasonYet = AttendanceCode.Parse("N").Index;

    private readonly AttendanceWindow _window = AttendanceWindow.Dates(new AcademicYear(AcademicYear.FromDate(asOf).StartYear - 1).Start, asOf);

    public async Task<SchoolList<UnexplainedAbsence>> ReadAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        var surveyed = await basis.SurveyAsync(school, _window, cancellationToken);
        var days = basis.DaysOf(surveyed, _window);
        var children = new ListedChildren(basis.Restricted);
        var found = (
            from enrolment in surveyed.Enrolments
            from slot in Unexplained(enrolment.Marks)
            let overdue = OverdueReason.Of(days, slot.Date, asOf)
            where overdue is not null && children.MayList(enrolment.Facts.PupilId)
            select (enrolment.Facts, slot, overdue.Value)).ToList();
        var numbers = await basis.NumbersAsync(school, cancellationToken);
        var state = basis.CalendarFor(school, asOf) is null ? FeedbackState.DaysFromRegisters : FeedbackState.Listed;
        return new(
            school, new(state) { Window = _window, RestrictedChildren = children.LeftOut },
            found.ConvertAll(x => ToEntry(x.Facts, x.slot, x.Value, numbers.Of(x.Facts))), surveyed.Freshness);
    }

    private static IEnumerable<MarkedSlot> Unexplained(WindowMarks marks)
    {
        foreach (var (range, year) in marks.Years)
        {
            var (from, to) = year.Clip(range.FromSlot, range.ToSlot);
            for (var slot = Next(year, from, to); slot < to; slot = Next(year, slot + 1, to))
                yield return new(marks.Stay, range.Year, slot, AttendanceCode.FromIndex(NoReasonYet));
        }
    }

    private static int Next(EnrolmentMarks marks, int from, int to)
    {
        var place = marks.Strip.Span[from..to].IndexOf(NoReasonYet);
        return place < 0 ? to : from + place;
    }

    private static UnexplainedAbsence ToEntry(EnrolmentFacts facts, MarkedSlot slot, OverdueReason overdue, KnownByNumber pupil)
    {
        var session = AcademicYear.SessionOf(slot.Slot);
        return new(
            facts.Stay.Laestab, pupil, slot.Date, session, overdue, facts.Stay.Leaving,
            $"{SessionNumber.Of(slot.Date, session):D8}/{pupil.MisPupilId}/{facts.Stay.EnrolmentId}");
    }
}
