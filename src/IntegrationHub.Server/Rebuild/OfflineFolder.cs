using IntegrationHub.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Rebuild;

/// <summary>A data folder to work on while no hub serves it.</summary>
public sealed record OfflineFolder
{
    /// <summary>The folder. The caller owns its lock, and disposes it when the work is done.</summary>
    public required DataFolder Data { get; init; }

    /// <summary>Settings that override the folder's.</summary>
    public Action<HubOptions>? Configure { get; init; }

    /// <summary>Services that replace the hub's own, such as where it logs.</summary>
    public Action<IServiceCollection>? Prepare { get; init; }
}
