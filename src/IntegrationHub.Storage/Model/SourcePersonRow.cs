namespace IntegrationHub.Storage.Model;

/// <summary>A child as one source holds them, in its own words.</summary>
public sealed class SourcePersonRow : ICaseRow
{
    public required string Authority { get; set; }
    public required string SourceId { get; set; }
    public required string SourcePersonId { get; set; }
    public string? Upn { get; set; }

    /// <summary>VALID, WRONG_CHECK_LETTER or MALFORMED; null without a UPN.</summary>
    public string? UpnQuality { get; set; }
    public string? NhsNumber { get; set; }
    public required string Forename { get; set; }
    public required string Surname { get; set; }
    public DateOnly? DateOfBirth { get; set; }
    public string? Sex { get; set; }
    public string? Postcode { get; set; }
    public bool Restricted { get; set; }

    public long Position { get; set; }
    public long? ClosedPosition { get; set; }
}
