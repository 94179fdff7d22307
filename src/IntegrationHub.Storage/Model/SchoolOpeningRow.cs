namespace IntegrationHub.Storage.Model;

/// <summary>A day of the weekend on which one school, or all (LAESTAB 0), keeps sessions in term.</summary>
public class SchoolOpeningRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }
    public DateOnly StartDate { get; set; }

    /// <summary>As <see cref="DayOfWeek"/> numbers it: 6 Saturday, 0 Sunday.</summary>
    public short Day { get; set; }
    public DateOnly EndDate { get; set; }
}
