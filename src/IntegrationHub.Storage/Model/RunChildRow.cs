namespace IntegrationHub.Storage.Model;

/// <summary>A chronically absent child as one run saw them.</summary>
public sealed class RunChildRow
{
    public required string Authority { get; set; }
    public long RunId { get; set; }
    public long PupilId { get; set; }

    /// <summary>LA_LEAD_AND_PLAN and so on; OTHER_AUTHORITY for a child of another authority.</summary>
    public required string CoverageClass { get; set; }
    public int Attended { get; set; }
    public int Possible { get; set; }
}
