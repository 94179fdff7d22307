namespace IntegrationHub.Server.Security;

/// <summary>
/// Who asks: every service method takes one, so that scope and audit have their place. On the embedded default, which listens on
/// loopback only, a caller is who it says it is.
/// </summary>
/// <param name="Authority">The LA whose data the call is about, three digits as DfE numbers them.</param>
/// <param name="System">The calling system.</param>
/// <param name="Person">The person on whose behalf it calls; null when the system acts for itself.</param>
/// <param name="Purpose">What the answer is for, as the caller states it; null when not stated.</param>
public sealed record Caller(string Authority, string System, string? Person = null, string? Purpose = null)
{
    /// <summary>The system that the hub itself calls as: its schedule, its own command line.</summary>
    public const string HubSystem = "hub";

    /// <summary>The hub itself.</summary>
    public static Caller Hub(string authority) => new(authority, HubSystem);
}
