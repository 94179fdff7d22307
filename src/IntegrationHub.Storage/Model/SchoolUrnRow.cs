namespace IntegrationHub.Storage.Model;

/// <summary>A URN under which a school was or is known.</summary>
public sealed class SchoolUrnRow
{
    public required string Authority { get; set; }
    public int Urn { get; set; }
    public int Laestab { get; set; }
    public DateOnly? OpenDate { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? CloseDate { get; set; }
}
