using System.Collections.Frozen;
using System.Collections.Immutable;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Calendar;

/// <summary>When a school is due to be open: its terms, less weekends, half terms and closures, and the weekend days it keeps.</summary>
/// <remarks>
/// Closures are days inside a term on which no session is due: training days, bank holidays, polling days. Openings are Saturdays or
/// Sundays on which sessions are due, for the schools that keep them; one in half term or closed is none, since a school that "opens on
/// Saturdays" does not mean those of its holidays. A calendar may hold the terms of
/// several years. Beyond its last term it knows nothing, and says so rather than take August for a run of school days.
/// </remarks>
public sealed class SchoolCalendar
{
    private readonly FrozenSet<DateOnly> _closures;
    private readonly FrozenSet<DateOnly> _openings;

    public SchoolCalendar(IEnumerable<Term> terms, IEnumerable<DateOnly> closures, IEnumerable<DateOnly>? openings = null)
    {
        Terms = [.. terms.OrderBy(term => term.Start)];
        _closures = closures.ToFrozenSet();
        _openings = (openings ?? []).ToFrozenSet();
    }

    /// <summary>The terms, earliest first.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The days closed within terms.</summary>
    public IReadOnlySet<DateOnly> Closures => _closures;

    /// <summary>The weekend days on which sessions are due.</summary>
    public IReadOnlySet<DateOnly> Openings => _openings;

    /// <summary>True on a weekday in term, or a weekend day kept in term, that is neither in half term nor closed.</summary>
    public bool IsSchoolDay(DateOnly date) =>
        (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || _openings.Contains(date))
        && !_closures.Contains(date)
        && Terms.Any(term => term.Contains(date));

    /// <summary>Whether any term of the year is on file. A year not entered yet is not a year without school.</summary>
    public bool Knows(AcademicYear year) => Terms.Any(term => year.Contains(term.Start));

    /// <summary>
    /// True from the first day of the first term to the last day of the last term of the date's academic year, holidays between them
    /// included.
    /// </summary>
    public bool IsWithinYear(DateOnly date)
    {
        AcademicYear year = AcademicYear.FromDate(date);
        ImmutableArray<Term> terms = [.. Terms.Where(term => year.Contains(term.Start))];
        return terms.Length > 0 && date >= terms[0].Start && date <= terms.Max(term => term.End);
    }

    /// <summary>The term the date lies in, its half term included, or null in the holidays between terms.</summary>
    public Term? TermOf(DateOnly date) => Terms.FirstOrDefault(term => date >= term.Start && date <= term.End);

    /// <summary>
    /// The term the date lies in, or else, in the holidays, the one last begun; null before the first term on file.
    /// </summary>
    public Term? LastBegun(DateOnly date) => Terms.LastOrDefault(term => term.Start <= date);

    /// <summary>How many school days there are from one date to another, both inclusive; none when the second is the earlier.</summary>
    public int SchoolDaysBetween(DateOnly from, DateOnly to)
    {
        int days = 0;
        for (DateOnly date = from; date <= to; date = date.AddDays(1))
            days += IsSchoolDay(date) ? 1 : 0;
        return days;
    }

    /// <summary>
    /// The <paramref name="schoolDays"/>-th school day after a date, the date itself not counted; null when it lies beyond the last term
    /// known.
    /// </summary>
    /// <remarks>
    /// A mark N made on a Monday "must be resolved within five school days": the fifth after it is the Monday following. Nought gives the
    /// date back.
    /// </remarks>
    public DateOnly? AddSchoolDays(DateOnly date, int schoolDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(schoolDays);
        DateOnly last = Terms.IsEmpty ? DateOnly.MinValue : Terms.Max(term => term.End);
        while (schoolDays > 0)
        {
            if (date >= last)
                return null;

            date = date.AddDays(1);
            schoolDays -= IsSchoolDay(date) ? 1 : 0;
        }

        return date;
    }
}
