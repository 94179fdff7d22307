namespace IntegrationHub.Domain.Calendar;

/// <summary>A term, or the half of one before or after its half term; the first and the last day are school days.</summary>
/// <remarks>
/// Schools are told of persistent absence each half term and of severe absence each term, of what the term has been: so a period counts
/// from the day after its last school day. On that day itself, with registers still to be taken, it is the period before. A term without
/// a half term is one period in both ways of counting, which is also what a calendar comes to that enters its six half terms as terms.
/// </remarks>
public sealed record SchoolPeriod(string Name, DateOnly Start, DateOnly End)
{
    /// <summary>The last term that ended before a date. Null: none on file has.</summary>
    public static SchoolPeriod? LastTerm(SchoolCalendar calendar, DateOnly before) => Last(calendar, before, term => [Whole(term)]);

    /// <summary>The last half of a term that ended before a date. Null: none on file has.</summary>
    public static SchoolPeriod? LastHalfTerm(SchoolCalendar calendar, DateOnly before) => Last(calendar, before, Halves);

    private static SchoolPeriod? Last(SchoolCalendar calendar, DateOnly before, Func<Term, IEnumerable<SchoolPeriod>> parts) => calendar.Terms
        .SelectMany(parts)
        .Select(part => Trimmed(calendar, part))
        .OfType<SchoolPeriod>()
        .LastOrDefault(part => part.End < before);

    private static SchoolPeriod Whole(Term term) => new(term.Name, term.Start, term.End);

    private static IEnumerable<SchoolPeriod> Halves(Term term) => term is { HalfTermStart: { } start, HalfTermEnd: { } end }
        ? [new($"{term.Name}, first half", term.Start, start.AddDays(-1)), new($"{term.Name}, second half", end.AddDays(1), term.End)]
        : [Whole(term)];

    /// <summary>Calendars print a half term from Monday to Friday; the half before it ended on the Friday before.</summary>
    private static SchoolPeriod? Trimmed(SchoolCalendar calendar, SchoolPeriod period)
    {
        (DateOnly start, DateOnly end) = (period.Start, period.End);
        while (start <= end && !calendar.IsSchoolDay(start))
            start = start.AddDays(1);
        while (start <= end && !calendar.IsSchoolDay(end))
            end = end.AddDays(-1);
        return start <= end ? period with { Start = start, End = end } : null;
    }
}
