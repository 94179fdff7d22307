using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>
/// What judging the children of one school on one date needs beside their marks: its school days and its term. Made once a school and
/// night; then read only, and so for any number of threads.
/// </summary>
public sealed class SchoolFrame
{
    private readonly Dictionary<int, DayWindow> _weeks = [];

    /// <param name="days">The school's days, known from 1 August of the academic year before the date's.</param>
    /// <param name="term">The term of the date, or in the holidays the one last begun; null: none is on file.</param>
    /// <param name="settings">Whose weeks are to be counted.</param>
    public SchoolFrame(SchoolDays days, Term? term, DateOnly asOf, ThresholdSettings settings)
    {
        AsOf = asOf;
        First = FirstDayFor(asOf);
        YearToDate = DayWindow.From(DayOf(AcademicYear.FromDate(asOf).Start), LastDay);
        TermToDate = term is null ? null : DayWindow.From(Math.Max(0, DayOf(term.Start)), LastDay);
        foreach (int weeks in (int[])[ContactWeeks.Three, ContactWeeks.Six, ContactWeeks.Twelve, settings.PenaltyNoticeWeeks])
            _weeks[weeks] = DayWindow.Rolling(LastDay, day => Math.Max(0, DayOf(days.FirstDayOfWeeks(First.AddDays(day), weeks))));
    }

    /// <summary>The day that is judged.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Day 0: 1 August of the academic year before the date's.</summary>
    public DateOnly First { get; }

    /// <summary>The as-of date as a day.</summary>
    internal int LastDay => AsOf.DayNumber - First.DayNumber;

    internal DayWindow YearToDate { get; }

    /// <summary>Null: no term is on file.</summary>
    internal DayWindow? TermToDate { get; }

    /// <summary>The first day of the marks by which a date is judged.</summary>
    public static DateOnly FirstDayFor(DateOnly asOf) => new AcademicYear(AcademicYear.FromDate(asOf).StartYear - 1).Start;

    /// <summary>The last so many school weeks.</summary>
    internal DayWindow Weeks(int weeks) => _weeks[weeks];

    /// <summary>A number for the week of a day, the same from Monday to Sunday.</summary>
    internal int WeekOf(int day) => (First.DayNumber + day) / 7;

    private int DayOf(DateOnly date) => date.DayNumber - First.DayNumber;
}

/// <summary>The school weeks after which Portsmouth's timescales ask for the next step.</summary>
internal static class ContactWeeks
{
    public const int Three = 3;
    public const int Six = 6;
    public const int Twelve = 12;
}
