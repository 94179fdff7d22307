namespace IntegrationHub.Storage.Model;

/// <summary>A term of one school, or of all (LAESTAB 0).</summary>
public class TermRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }
    public int AcademicYear { get; set; }
    public required string Name { get; set; }
    public DateOnly StartDate { get; set; }
    public DateOnly EndDate { get; set; }
    public DateOnly? HalfTermStartDate { get; set; }
    public DateOnly? HalfTermEndDate { get; set; }
}
