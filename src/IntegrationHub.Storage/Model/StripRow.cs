namespace IntegrationHub.Storage.Model;

/// <summary>
/// A pupil's marks of one academic year at one enrolment: one byte per session, at 2 × days since 1 August + (PM ? 1 : 0), from
/// the frozen index of codes (0 not marked, 255 withdrawn).
/// </summary>
public sealed class StripRow
{
    public required string Authority { get; set; }
    public long EnrolmentId { get; set; }

    /// <summary>The year that the academic year starts in.</summary>
    public int AcademicYear { get; set; }

    public int Laestab { get; set; }
    public required byte[] Codes { get; set; }
}
