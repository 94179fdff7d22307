using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Casework;

/// <summary>Days on which cases begin and end.</summary>
internal static class CaseDates
{
    /// <summary>A day so many days before another.</summary>
    public static DateOnly Before(DateOnly date, int least, int most, ref CityRandom random) => date.AddDays(-random.Between(least, most));

    /// <summary>The days of birth under which a child might be written down: their own, and that with day and month exchanged.</summary>
    public static IEnumerable<DateOnly> MistakenFor(DateOnly dateOfBirth)
    {
        yield return dateOfBirth;
        if (dateOfBirth.Day <= 12)
            yield return new DateOnly(dateOfBirth.Year, dateOfBirth.Day, dateOfBirth.Month);
    }
}
