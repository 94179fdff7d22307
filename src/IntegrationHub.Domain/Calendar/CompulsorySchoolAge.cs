namespace IntegrationHub.Domain.Calendar;

/// <summary>Whether a child is of compulsory school age on a date.</summary>
/// <remarks>
/// <para>
/// It begins on the first prescribed day (31 March, 31 August, 31 December) on or after the fifth birthday. A child who is five on 31
/// August is of age that very day: section 8(2) of the Education Act 1996 has "when he attains the age of five, if he attains that age on a
/// prescribed day", and only otherwise the next prescribed day.
/// </para>
/// <para>
/// It ends with the last Friday in June, that day still included, of the school year in which the child turns sixteen (section 8(3): he
/// ceases "at the end of the day which is the school leaving date"). That school year runs from 1 September to 31 August, not from 1 August
/// like the year attendance is counted in: a child sixteen on 31 August has left two months before, and one sixteen the day after stays
/// until the June that follows. A child born on 29 February turns five or sixteen on 28 February here in other years; no prescribed day
/// lies between that and 1 March.
/// </para>
/// </remarks>
public static class CompulsorySchoolAge
{
    /// <summary>True from the first day to the last, both inclusive.</summary>
    public static bool IsCompulsory(DateOnly dateOfBirth, DateOnly on) => on >= FirstDay(dateOfBirth) && on <= LastDay(dateOfBirth);

    /// <summary>The prescribed day on which it begins.</summary>
    public static DateOnly FirstDay(DateOnly dateOfBirth)
    {
        DateOnly fifthBirthday = dateOfBirth.AddYears(5);
        return fifthBirthday switch
        {
            { Month: <= 3 } => new DateOnly(fifthBirthday.Year, 3, 31),
            { Month: <= 8 } => new DateOnly(fifthBirthday.Year, 8, 31),
            _ => new DateOnly(fifthBirthday.Year, 12, 31),
        };
    }

    /// <summary>The school leaving date, on which it is still in force.</summary>
    public static DateOnly LastDay(DateOnly dateOfBirth)
    {
        DateOnly sixteenthBirthday = dateOfBirth.AddYears(16);
        return LastFridayInJune(sixteenthBirthday.Month >= 9 ? sixteenthBirthday.Year + 1 : sixteenthBirthday.Year);
    }

    private static DateOnly LastFridayInJune(int year)
    {
        DateOnly date = new(year, 6, 30);
        return date.AddDays(-(((int)date.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
    }
}
