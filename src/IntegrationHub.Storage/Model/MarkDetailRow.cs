namespace IntegrationHub.Storage.Model;

/// <summary>What a mark carries beside its code. Few marks do.</summary>
public sealed class MarkDetailRow
{
    public required string Authority { get; set; }
    public long EnrolmentId { get; set; }
    public int AcademicYear { get; set; }
    public int Slot { get; set; }
    public long Position { get; set; }
    public int? MinutesLate { get; set; }
    public string? SourceCode { get; set; }
}
