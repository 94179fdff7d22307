namespace IntegrationHub.Storage.Model;

/// <summary>Schemes of a pupil's identifiers, as <see cref="PupilIdentifierRow.Scheme"/> holds them.</summary>
public static class IdentifierScheme
{
    public const string Upn = "UPN";

    /// <summary>A UPN that the pupil had before.</summary>
    public const string FormerUpn = "FORMER_UPN";

    /// <summary>The MIS's own identifier, scoped by the school.</summary>
    public const string Mis = "MIS";
}
