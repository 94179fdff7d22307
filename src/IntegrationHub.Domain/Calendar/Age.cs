namespace IntegrationHub.Domain.Calendar;

/// <summary>How old a child is.</summary>
public static class Age
{
    /// <summary>Whole years on a date, the birthday itself included. Born on 29 February: a year older on 28 February in other years.</summary>
    public static int InYears(DateOnly dateOfBirth, DateOnly on)
    {
        int years = on.Year - dateOfBirth.Year;
        return dateOfBirth.AddYears(years) > on ? years - 1 : years;
    }
}
