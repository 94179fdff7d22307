namespace IntegrationHub.Storage.Model;

/// <summary>How many children stood how with one threshold, as one run counted them.</summary>
public sealed class RunThresholdRow
{
    public required string Authority { get; set; }
    public long RunId { get; set; }

    /// <summary>COVENTRY_STAGE_2 and so on.</summary>
    public required string Threshold { get; set; }
    public int Met { get; set; }
    public int NotMet { get; set; }
    public int TooFewSessions { get; set; }
    public int NotAvailable { get; set; }
    public int OutsideCompulsoryAge { get; set; }
}
