using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>
/// A storage engine that a hub runs on. The suites of this folder are written once, over an engine; another engine runs them all with
/// a class of its own beside <see cref="SqliteEngine"/> and one line for each suite, as in SqliteSuites.cs.
/// </summary>
public interface IStorageEngine
{
    /// <summary>Starts an empty hub on the engine.</summary>
    static abstract Task<TestHub> StartAsync(
        Action<HubOptions>? configure = null, TimeProvider? clock = null, Action<IServiceCollection>? prepare = null);
}

/// <summary>The embedded default: a file of its own.</summary>
public sealed class SqliteEngine : IStorageEngine
{
    public static Task<TestHub> StartAsync(
        Action<HubOptions>? configure = null, TimeProvider? clock = null, Action<IServiceCollection>? prepare = null) =>
        TestHub.StartAsync(configure, clock, prepare: prepare);
}
