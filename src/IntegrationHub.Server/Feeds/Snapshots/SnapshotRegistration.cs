using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Server.Feeds.Snapshots;

internal static class SnapshotRegistration
{
    /// <summary>What all feeds with snapshots share. Each of them asks for it.</summary>
    public static IServiceCollection AddSnapshots(this IServiceCollection services)
    {
        services.TryAddSingleton<SnapshotGuard>();
        services.TryAddSingleton<SnapshotCheck>();
        return services;
    }
}
