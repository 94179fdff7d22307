using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>A pupil whose absence calls for somebody.</summary>
internal sealed record PupilConcern(int Laestab, KnownByNumber Pupil, SessionCounts Counts, bool CompulsoryAge, string Place)
    : SchoolListEntry(Laestab, Place);

/// <summary>Which pupils a school is told of, and as of when. The numbers equal the contract's; a test holds them together.</summary>
internal enum ConcernKind
{
    Persistent = 1,
    NinetyOrBelow,
    Severe,
    FiftyOrBelow,
}

/// <summary>What is asked about pupils whose absence calls for somebody.</summary>
/// <param name="AsOf">Null: as the kind says, by each school's calendar.</param>
/// <param name="LeastPossible">Pupils with fewer possible sessions are left out.</param>
internal sealed record ConcernQuestion(ConcernKind Kind, DateOnly? AsOf, int LeastPossible, DateOnly Today);

/// <summary>
/// Lists the pupils on a school's roll whose absence calls for somebody, each by what this enrolment's marks of the year to date say.
/// </summary>
/// <remarks>
/// "Attended 90 % or less" and "absent for 10 % or more" are one and the same in whole numbers, and so are the two at one half: what
/// tells the kinds apart is the day they are judged on.
/// </remarks>
internal sealed class PupilConcernList(FeedbackBasis basis, ConcernQuestion question) : ISchoolList<PupilConcern>
{
    public async Task<SchoolList<PupilConcern>> ReadAsync(SchoolRow school, CancellationToken cancellationToken)
    {
        if (LastDay(school) is not { } last)
        {
            return await basis.NothingAsync<PupilConcern>(
                school, question.Today, new SchoolStanding(FeedbackState.CalendarNotKnown), cancellationToken);
        }
        var window = AttendanceWindow.YearToDate(last.Day);
        var surveyed = await basis.SurveyAsync(school, window, cancellationToken);
        var children = new ListedChildren(basis.Restricted);
        var found = surveyed.Enrolments
            .Where(x => x.Facts.Stay.IsOpenOn(window.To))
            .Select(x => (x.Facts, Counts: x.Marks.Count()))
            .Where(x => CallsForSomebody(x.Counts) && children.MayList(x.Facts.PupilId))
            .ToList();
        var numbers = await basis.NumbersAsync(school, cancellationToken);
        return new(
            school, new(FeedbackState.Listed) { Window = window, PeriodName = last.PeriodName, RestrictedChildren = children.LeftOut },
            found.ConvertAll(x => ToEntry(x.Facts, x.Counts, numbers.Of(x.Facts), window.To)), surveyed.Freshness);
    }

    private bool CallsForSomebody(SessionCounts counts) => counts.Possible >= question.LeastPossible && question.Kind switch
    {
        ConcernKind.Persistent or ConcernKind.NinetyOrBelow => counts.IsPersistentlyAbsent,
        _ => counts.IsSeverelyAbsent,
    };

    /// <returns>Null: the school's calendar cannot say.</returns>
    private (DateOnly Day, string PeriodName)? LastDay(SchoolRow school)
    {
        if (question.AsOf is { } given)
            return (given, "");
        if (question.Kind is ConcernKind.Persistent or ConcernKind.Severe)
            return (question.Today, "");
        // A calendar that does not know the year of today would give the last term that it does know, however long ago.
        if (basis.CalendarFor(school, question.Today) is not { } calendar)
            return null;
        var period = question.Kind == ConcernKind.NinetyOrBelow
            ? SchoolPeriod.LastHalfTerm(calendar, question.Today)
            : SchoolPeriod.LastTerm(calendar, question.Today);
        return period is null ? null : (period.End, period.Name);
    }

    private static PupilConcern ToEntry(EnrolmentFacts facts, SessionCounts counts, KnownByNumber pupil, DateOnly day) => new(
        facts.Stay.Laestab, pupil, counts, CompulsorySchoolAge.IsCompulsory(facts.DateOfBirth, day), $"{pupil.MisPupilId}/{facts.Stay.EnrolmentId}");
}
