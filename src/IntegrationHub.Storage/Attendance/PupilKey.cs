namespace IntegrationHub.Storage.Attendance;

/// <summary>How a mark names its pupil.</summary>
/// <param name="Value">The UPN in its normal form, or the MIS's identifier as given.</param>
public readonly record struct PupilKey(PupilScheme Scheme, string Value);

/// <summary>Schemes by which a mark can name its pupil. The numbers are stored.</summary>
public enum PupilScheme : short
{
    Upn = 1,

    /// <summary>The MIS's own identifier, which means something at one school only.</summary>
    Mis = 2,
}
