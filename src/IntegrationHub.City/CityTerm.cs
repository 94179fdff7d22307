using System.Collections.Immutable;
using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.City;

/// <summary>The autumn term of 2021, which every city lives through: 2 September to 17 December, half term 25 to 29 October, a training day.</summary>
public static class CityTerm
{
    /// <summary>The term's name.</summary>
    public const string Name = "Autumn 2021";

    /// <summary>The training day (INSET), on which no school of the city is open to pupils.</summary>
    public static readonly DateOnly TrainingDay = new(2021, 11, 1);

    private static readonly DateOnly First = new(2021, 9, 2);
    private static readonly DateOnly Last = new(2021, 12, 17);

    /// <summary>The term.</summary>
    public static Term Term { get; } = new(Name, First, Last, new DateOnly(2021, 10, 25), new DateOnly(2021, 10, 29));

    /// <summary>The term's last day, which the city's figures are told as of.</summary>
    public static DateOnly AsOf => Last;

    /// <summary>The school days, in order.</summary>
    public static ImmutableArray<DateOnly> Days { get; } = [.. DaysOf(new SchoolCalendar([Term], [TrainingDay]))];

    /// <summary>Sessions in the term: two for each school day.</summary>
    public static int Sessions => 2 * Days.Length;

    /// <summary>The moment of a time by the clock of the school on a day.</summary>
    /// <remarks>Summer time ended at one in the morning of 31 October 2021, a Sunday.</remarks>
    internal static DateTime Utc(DateOnly day, int hour, int minute) =>
        day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc).AddHours(day < new DateOnly(2021, 10, 31) ? -1 : 0);

    private static IEnumerable<DateOnly> DaysOf(SchoolCalendar calendar)
    {
        for (DateOnly day = First; day <= Last; day = day.AddDays(1))
        {
            if (calendar.IsSchoolDay(day))
                yield return day;
        }
    }
}
