namespace IntegrationHub.Server.Tests;

/// <summary>A clock that stands at a moment until it is set to another.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
