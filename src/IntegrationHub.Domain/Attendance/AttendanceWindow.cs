namespace IntegrationHub.Domain.Attendance;

/// <summary>The days a figure is about, both ends inclusive, and the academic year it is told under.</summary>
/// <remarks>
/// A register taken on the as-of date counts: the window's last day is in it, morning and afternoon. The academic year is the one the last
/// day lies in; a range or rolling weeks may begin in the year before, and then take two strips a child.
/// </remarks>
public sealed record AttendanceWindow
{
    public AttendanceWindow(AcademicYear academicYear, DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException($"A window cannot end on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.", nameof(to));

        AcademicYear = academicYear;
        From = from;
        To = to;
    }

    public AcademicYear AcademicYear { get; }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>The slots of each academic year the window touches, earliest first.</summary>
    public IReadOnlyList<SlotRange> SlotRanges => [.. SplitByYear()];

    /// <summary>From 1 August to the as-of date.</summary>
    public static AttendanceWindow YearToDate(DateOnly asOf)
    {
        AcademicYear year = AcademicYear.FromDate(asOf);
        return new AttendanceWindow(year, year.Start, asOf);
    }

    /// <summary>From one date to another; a term is the dates of its first and last day.</summary>
    public static AttendanceWindow Dates(DateOnly from, DateOnly to) => new(AcademicYear.FromDate(to), from, to);

    /// <summary>
    /// The last <paramref name="weeks"/> times seven days, ending with the as-of date. Calendar weeks: holidays use them up.
    /// </summary>
    public static AttendanceWindow RollingWeeks(DateOnly asOf, int weeks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weeks);
        return Dates(asOf.AddDays(1 - (7 * weeks)), asOf);
    }

    private IEnumerable<SlotRange> SplitByYear()
    {
        for (AcademicYear year = AcademicYear.FromDate(From); year.Start <= To; year = year.Next)
        {
            DateOnly first = From > year.Start ? From : year.Start;
            DateOnly last = To < year.End ? To : year.End;
            yield return new SlotRange(year, year.SlotOf(first, SchoolSession.Am), year.SlotOf(last, SchoolSession.Pm) + 1);
        }
    }
}
