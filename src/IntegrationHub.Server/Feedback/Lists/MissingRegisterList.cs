using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>A register that is not there, or a pupil who is not in it.</summary>
/// <param name="Pupil">Null: the whole register.</param>
/// <param name="Unmarked">Pupils on the roll whom the session does not mark, those not listed included.</param>
internal sealed record MissingRegister(
    int Laestab, DateOnly Date, SchoolSession Session, MissingKind Kind, KnownByNumber? Pupil, int Unmarked, string Place)
    : SchoolListEntry(Laestab, Place);

/// <summary>What is missing of a session. The numbers equal the contract's; a test holds them together.</summary>
internal enum MissingKind
{
    NotReceived = 1,
    NobodyMarked,
    PupilNotMarked,
}

/// <summary>
/// Lists what is missing of one day at a school, of the sessions that are due. Only a day that the calendar calls a school day, and that
/// the registers do not close, has anything due.
/// </summary>
internal sealed class MissingRegisterList(FeedbackBasis basis, DateOnly date, IReadOnlyList<SchoolSession> due) : ISchoolList<MissingRegister>
{
    private readonly AttendanceWindow _day = AttendanceWindow.Dates(date, date);

    public async Task<SchoolList<MissingRegister>> ReadAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        var surveyed = await basis.SurveyAsync(school, _day, cancellationToken);
        if (Standing(school, surveyed) is { State: not FeedbackState.Listed } nothing)
            return new(school, nothing, [], surveyed.Freshness);
        var received = await ReceivedAsync(school, cancellationToken);
        var numbers = await basis.NumbersAsync(school, cancellationToken);
        var children = new ListedChildren(basis.Restricted);
        var missing = due.SelectMany(session => Missing(surveyed, session, received.Contains(session), numbers, children)).ToList();
        return new(
            school, new(FeedbackState.Listed) { Window = _day, RestrictedChildren = children.LeftOut }, missing, surveyed.Freshness);
    }

    private SchoolStanding Standing(SchoolRow school, SurveyedSchool surveyed)
    {
        if (basis.CalendarFor(school, date) is not { } calendar)
            return new(FeedbackState.CalendarNotKnown) { Window = _day };
        if (!calendar.IsSchoolDay(date) || FeedbackBasis.RegistersOf(surveyed, _day).IsClosed(date))
            return new(FeedbackState.NoSchool) { Window = _day };
        return new(due.Count == 0 ? FeedbackState.NotDueYet : FeedbackState.Listed) { Window = _day };
    }

    private List<MissingRegister> Missing(
        SurveyedSchool school, SchoolSession session, bool received, PupilNumbers numbers, ListedChildren children)
    {
        var laestab = school.School.Laestab;
        var marks = school.Enrolments.ToLookup(x => IsMarked(x.Marks, session), x => x.Facts);
        var unmarked = marks[false].ToList();
        if (!received || !marks.Contains(true))
        {
            var kind = received ? MissingKind.NobodyMarked : MissingKind.NotReceived;
            // A register that was received and of which nobody is on the roll lacks nobody.
            return received && unmarked.Count == 0 ? [] : [new(laestab, date, session, kind, null, unmarked.Count, $"{(int)session}")];
        }
        return
        [
            .. from facts in unmarked
               where children.MayList(facts.PupilId)
               let pupil = numbers.Of(facts)
               select new MissingRegister(
                   laestab, date, session, MissingKind.PupilNotMarked, pupil, unmarked.Count,
                   $"{(int)session}/{pupil.MisPupilId}/{facts.Stay.EnrolmentId}"),
        ];
    }

    private bool IsMarked(WindowMarks marks, SchoolSession session) =>
        marks.Marked().Any(x => x.Date == date && AcademicYear.SessionOf(x.Slot) == session);

    /// <summary>The sessions of the day of which any register has been received, whatever became of its marks.</summary>
    private async Task<HashSet<SchoolSession>> ReceivedAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        int[] sessions = [SessionNumber.Of(date, SchoolSession.Am), SessionNumber.Of(date, SchoolSession.Pm)];
        var received = await basis.Snapshot.Context.Journal
            .Where(x => x.Authority == basis.Authority && x.School == school.Laestab && x.Feed == Feed.Registers
                && x.SessionNumber != null && EF.Parameter(sessions).Contains(x.SessionNumber.Value) && x.Position <= basis.Snapshot.Position)
            .Select(x => x.SessionNumber!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. received.Select(SessionNumber.SessionOf)];
    }
}
