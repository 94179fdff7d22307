namespace IntegrationHub.Storage.Attendance;

/// <summary>How a mark names its pupil.</summary>
/// <param name="Scheme"><see cref="Upn"/> or <see cref="Mis"/>.</param>
/// <param name="Value">The UPN in its normal form, or the MIS's identifier as given.</param>
public readonly record struct PupilKey(string Scheme, string Value)
{
    public const string Upn = "UPN";

    /// <summary>A UPN that the pupil had before.</summary>
    public const string FormerUpn = "FORMER_UPN";

    /// <summary>The MIS's own identifier, which means something at one school only.</summary>
    public const string Mis = "MIS";
}
