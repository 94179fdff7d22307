using System.Globalization;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>How long a published row's period is.</summary>
public enum PublishedPeriodKind
{
    Day,
    Week,

    /// <summary>The academic year as far as it had come. Files do not say how far.</summary>
    YearToDate,
}

/// <summary>The time that a published row is of, first and last day inclusive.</summary>
/// <remarks>
/// A week is numbered as in ISO 8601 (week 37 of 2025 is that of Monday 8 September) and told by its seven days. A year to date ends here
/// on 31 July, because the row does not say where it ends: what it is compared with has to say that.
/// </remarks>
public sealed record PublishedPeriod(PublishedPeriodKind Kind, DateOnly From, DateOnly To)
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>Reads what a row says of its time. Null where it is none of the three kinds, such as a term of a file of terms.</summary>
    /// <param name="breakdown">"Daily", "Weekly" or "YTD" in files that hold all three; empty in others.</param>
    /// <param name="date">attendance_date; empty in files without days.</param>
    /// <param name="timePeriod">time_period: a year, "2025", or an academic one, "202526".</param>
    /// <param name="timeIdentifier">time_identifier: "Week 37", "37", "Academic year".</param>
    /// <param name="academicYear">academic_year, where the file has it.</param>
    public static PublishedPeriod? Read(string breakdown, string date, string timePeriod, string timeIdentifier, string academicYear)
    {
        if (AcademicYear.TryParse(academicYear.Length > 0 ? academicYear : timePeriod, out AcademicYear year)
            && (breakdown == "YTD" || timeIdentifier == "Academic year"))
        {
            return new PublishedPeriod(PublishedPeriodKind.YearToDate, year.Start, year.End);
        }

        if (breakdown is "" or "Daily"
            && DateOnly.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return new PublishedPeriod(PublishedPeriodKind.Day, day, day);
        }

        return breakdown is "" or "Weekly" ? Week(timePeriod, timeIdentifier) : null;
    }

    private static PublishedPeriod? Week(string timePeriod, string timeIdentifier)
    {
        string number = timeIdentifier.StartsWith("Week ", StringComparison.Ordinal) ? timeIdentifier["Week ".Length..] : timeIdentifier;
        if (!int.TryParse(timePeriod, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 2000 or > 2999
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new PublishedPeriod(PublishedPeriodKind.Week, monday, monday.AddDays(6));
    }
}
