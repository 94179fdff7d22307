namespace IntegrationHub.Client;

/// <summary>How a <see cref="HubClient"/> presents itself.</summary>
public sealed record HubClientOptions
{
    /// <summary>
    /// The calling system's name, as the authority has it on file, for example "mis-of-our-schools". It travels in the call metadata
    /// <c>hub-system</c>. Null sends none: a hub that knows its callers by certificate or token needs none.
    /// </summary>
    public string? System { get; init; }

    /// <summary>The clock for back-off and heartbeats. A test puts its own here.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
