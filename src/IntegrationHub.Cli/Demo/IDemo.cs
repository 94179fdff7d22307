using IntegrationHub.Cli.Output;
using IntegrationHub.Server;

namespace IntegrationHub.Cli.Demo;

/// <summary>Something to show of a hub: data whose answers are known beforehand.</summary>
internal interface IDemo
{
    /// <summary>Names the data: the same name is the same data, byte for byte.</summary>
    string Name { get; }

    /// <summary>The authority that the data is of.</summary>
    string Authority { get; }

    /// <summary>Streams the data in, asks, and shows the answers beside what is known.</summary>
    /// <returns>Whether each answer is as it should be.</returns>
    Task<bool> RunAsync(HubHost hub, Terminal terminal, CancellationToken cancellationToken);
}
