using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Server;

/// <summary>Dates and instants between the contract and the domain.</summary>
internal static class CivilDates
{
    /// <summary>No register, roll or question is about an older year. A sender who leaves the century out means no year at all.</summary>
    public const int FirstYear = 1990;

    // Nobody whom the hub knows was born before, or will be at school after; and no sum of dates from in between leaves the calendar.
    private const int Earliest = 1900, Latest = 2200;

    /// <returns>Null: a part is missing, the year is none from 1900 to 2200, or the day is none of its month.</returns>
    public static DateOnly? ToDateOnly(this Date? date)
    {
        if (date is not { Year: >= Earliest and <= Latest, Month: >= 1 and <= 12, Day: >= 1 })
            return null;
        return date.Day <= DateTime.DaysInMonth(date.Year, date.Month) ? new DateOnly(date.Year, date.Month, date.Day) : null;
    }

    /// <summary>Whether a date was given that is none.</summary>
    public static bool IsNoDate(this Date? date) => date is not null && date.ToDateOnly() is null;

    public static Date ToDate(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    public static Timestamp ToTimestamp(this DateTime utc) => Timestamp.FromDateTime(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <returns>Null: absent, or no valid instant.</returns>
    public static DateTime? ToUtc(this Timestamp? timestamp)
    {
        const long First = -62_135_596_800, Last = 253_402_300_799;
        return timestamp is { Seconds: >= First and <= Last, Nanos: >= 0 and <= 999_999_999 } ? timestamp.ToDateTime() : null;
    }

    /// <summary>Today in the LA's time zone.</summary>
    public static DateOnly Today(this TimeProvider clock, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
