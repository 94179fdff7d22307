namespace IntegrationHub.Storage.Model;

/// <summary>A mark that took another's place: what stood before, and what the law asks to be kept of an amendment.</summary>
public sealed class MarkChangeRow
{
    public required string Authority { get; set; }
    public long EnrolmentId { get; set; }
    public int AcademicYear { get; set; }
    public int Slot { get; set; }

    /// <summary>The register that made the change.</summary>
    public long Position { get; set; }

    public byte PreviousCode { get; set; }
    public byte Code { get; set; }
    public string? Reason { get; set; }
    public string? AmendedBy { get; set; }
    public DateTime? AmendTime { get; set; }
}
