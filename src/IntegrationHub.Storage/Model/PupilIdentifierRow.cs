namespace IntegrationHub.Storage.Model;

/// <summary>An identifier of a pupil. Several pupils may wrongly share one, and one pupil may have had several.</summary>
public class PupilIdentifierRow
{
    public required string Authority { get; set; }

    /// <summary>UPN, FORMER_UPN or MIS.</summary>
    public required string Scheme { get; set; }

    /// <summary>The LAESTAB that a MIS identifier belongs to; 0 for UPNs.</summary>
    public int Scope { get; set; }

    public required string Value { get; set; }
    public long PupilId { get; set; }

    /// <summary>VALID, WRONG_CHECK_LETTER, MALFORMED or AS_GIVEN.</summary>
    public required string Quality { get; set; }

    /// <summary>Journal positions between which it stood on the roll; null while it stands.</summary>
    public long FromPosition { get; set; }
    public long? ToPosition { get; set; }
}
