namespace IntegrationHub.Storage.Model;

/// <summary>A pupil. Minted by rolls only; the latest roll record gives the details.</summary>
public class PupilRow
{
    public long PupilId { get; set; }
    public required string Authority { get; set; }
    public required string Forename { get; set; }
    public required string Surname { get; set; }
    public DateOnly DateOfBirth { get; set; }
    public string? Sex { get; set; }

    /// <summary>The LA in whose area the pupil lives.</summary>
    public required string HomeAuthority { get; set; }

    /// <summary>Any school's roll says that the child must be protected.</summary>
    public bool Restricted { get; set; }

    /// <summary>The roll record that minted the pupil.</summary>
    public long MintedPosition { get; set; }
}
