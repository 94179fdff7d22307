namespace IntegrationHub.Storage.Model;

/// <summary>Days in term on which one school, or all (LAESTAB 0), is closed to pupils.</summary>
public class ClosureRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }
    public DateOnly StartDate { get; set; }
    public DateOnly EndDate { get; set; }
    public required string Kind { get; set; }
}
