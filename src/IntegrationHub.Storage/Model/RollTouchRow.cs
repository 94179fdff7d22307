namespace IntegrationHub.Storage.Model;

/// <summary>
/// A stay whose marks must be settled anew, because its school's roll answers otherwise than when they were folded. Gone as soon as
/// the fold has done so.
/// </summary>
public sealed class RollTouchRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }
    public long EnrolmentId { get; set; }

    /// <summary>Whose stay it is, or was before it was moved.</summary>
    public long PupilId { get; set; }

    /// <summary>The roll's change.</summary>
    public long Position { get; set; }
}
