using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Calendar;

/// <summary>Which days were school days of one school, for counting "school days" and "school weeks".</summary>
/// <remarks>
/// <para>
/// A calendar is what was meant, registers are what was done, and neither is whole alone. A day is a school day when the calendar has it and
/// the registers do not close it (marked, and with nothing but #). It is one too when the calendar lacks it and some session was possible:
/// a Saturday nobody entered, a term that began early. Where the calendar does not know the academic year, it is every day with any mark
/// but # and Z. A day without any mark is the calendar's alone: late registers make no holiday.
/// </para>
/// <para>
/// A school week is one from Monday to Sunday with at least one school day, so that a week cut short by a bank holiday is one and a half
/// term is none. The Department's guidance on penalty notices counts weeks, and leaves what a week is to be read so.
/// </para>
/// </remarks>
public sealed class SchoolDays
{
    private const int DaysOfAWeek = 7;

    private readonly DateOnly _monday;

    // One bit a day, Mondays lowest; and how many there were before each week.
    private readonly byte[] _weeks;
    private readonly int[] _daysBefore;
    private readonly int[] _days;
    private readonly int[] _schoolWeeks;
    private readonly int[] _schoolWeeksBefore;

    private SchoolDays(DateOnly first, DateOnly last, Func<DateOnly, bool> isSchoolDay)
    {
        (First, Last) = (first, last);
        _monday = MondayOf(first);
        _weeks = new byte[((last.DayNumber - _monday.DayNumber) / DaysOfAWeek) + 1];
        _daysBefore = new int[_weeks.Length + 1];
        _schoolWeeksBefore = new int[_weeks.Length + 1];
        List<int> days = [];
        for (DateOnly date = first; date <= last; date = date.AddDays(1))
        {
            if (!isSchoolDay(date))
                continue;
            days.Add(date.DayNumber);
            _weeks[WeekOf(date)] |= (byte)(1 << DayOf(date));
        }
        for (int week = 0; week < _weeks.Length; week++)
        {
            _daysBefore[week + 1] = _daysBefore[week] + byte.PopCount(_weeks[week]);
            _schoolWeeksBefore[week + 1] = _schoolWeeksBefore[week] + (_weeks[week] == 0 ? 0 : 1);
        }
        _days = [.. days];
        _schoolWeeks = [.. Enumerable.Range(0, _weeks.Length).Where(week => _weeks[week] != 0)];
    }

    /// <summary>The first day known of. Nothing before it is a school day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day known of, inclusive.</summary>
    public DateOnly Last { get; }

    /// <summary>Makes the school days from the first day of the registers to a last day, which may lie after them.</summary>
    /// <param name="calendar">The school's calendar; null: none is on file.</param>
    public static SchoolDays Of(SchoolCalendar? calendar, RegisterDays registers, DateOnly last) =>
        new(registers.First, last, date => registers.AnyPossible(date) || Holds(calendar, registers, date));

    /// <summary>True when the school kept a session that day, or was to keep one.</summary>
    public bool IsSchoolDay(DateOnly date) =>
        date >= First && date <= Last && (_weeks[WeekOf(date)] & (1 << DayOf(date))) != 0;

    /// <summary>True when some day of the date's week, Monday to Sunday, is a school day.</summary>
    public bool IsSchoolWeek(DateOnly date) => date >= _monday && WeekOf(date) < _weeks.Length && _weeks[WeekOf(date)] != 0;

    /// <summary>How many school days there are from one date to another, both inclusive; none when the second is the earlier.</summary>
    public int Between(DateOnly from, DateOnly to) => Math.Max(0, UpTo(to) - UpTo(from.AddDays(-1)));

    /// <summary>
    /// The so many-th school day after a date, or before it when the number is negative, the date itself not counted. Nought gives the date
    /// back. Null: it lies outside the days known of.
    /// </summary>
    public DateOnly? Move(DateOnly date, int schoolDays)
    {
        if (schoolDays == 0)
            return date;
        int place = schoolDays > 0 ? UpTo(date) + schoolDays - 1 : UpTo(date.AddDays(-1)) + schoolDays;
        return place >= 0 && place < _days.Length ? DateOnly.FromDayNumber(_days[place]) : null;
    }

    /// <summary>The first day of the last so many school weeks that end with the week of a date.</summary>
    /// <remarks>
    /// The date's own week counts as one, from its Monday, even when the date is that Monday. Weeks without a school day use none up: on any
    /// day of half term the last ten school weeks are those of the Friday before. Where fewer are known of, the first day known of.
    /// </remarks>
    public DateOnly FirstDayOfWeeks(DateOnly asOf, int schoolWeeks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(schoolWeeks);
        int week = Math.Min(WeekOf(asOf), _weeks.Length - 1);
        int place = _schoolWeeksBefore[week + 1] - schoolWeeks;
        return place < 0 ? First : Later(First, _monday.AddDays(DaysOfAWeek * _schoolWeeks[place]));
    }

    /// <summary>The Monday of a date's week.</summary>
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-DayOf(date));

    private static bool Holds(SchoolCalendar? calendar, RegisterDays registers, DateOnly date) =>
        calendar is not null && calendar.Knows(AcademicYear.FromDate(date))
            ? calendar.IsSchoolDay(date) && !registers.IsClosed(date)
            : registers.AnyMark(date);

    private int UpTo(DateOnly date)
    {
        if (date < First)
            return 0;
        if (date >= Last)
            return _days.Length;
        int week = WeekOf(date);
        return _daysBefore[week] + byte.PopCount((byte)(_weeks[week] & ((2 << DayOf(date)) - 1)));
    }

    private int WeekOf(DateOnly date) => date < _monday ? -1 : (date.DayNumber - _monday.DayNumber) / DaysOfAWeek;

    // Day 0, 1 January of year 1, was a Monday.
    private static int DayOf(DateOnly date) => date.DayNumber % DaysOfAWeek;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
