using IntegrationHub.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Exports;

internal static class ExportsRegistration
{
    /// <summary>The file of the data folder that holds the key of pseudonyms.</summary>
    private const string KeyFile = "pseudonym.key";

    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton(provider => new FolderKey(provider.GetRequiredService<DataFolder>().Path, KeyFile))
        .AddSingleton<RequestedExport>()
        .AddSingleton<Exporter>();

    public static void MapExports(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<ExportGrpcService>();
}
