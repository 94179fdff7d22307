using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Storage.Model;

/// <summary>Whom a school means by an identifier that is wrong, as a person has said.</summary>
public class IdentifierCorrectionRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }

    /// <summary>The identifier as the school's system sends it.</summary>
    public PupilScheme Scheme { get; set; }
    public required string Value { get; set; }

    /// <summary>The identifier that is meant.</summary>
    public PupilScheme MeantScheme { get; set; }
    public required string MeantValue { get; set; }

    /// <summary>The decision.</summary>
    public long Position { get; set; }
}
