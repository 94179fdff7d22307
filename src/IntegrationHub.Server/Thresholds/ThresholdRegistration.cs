using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Thresholds;

internal static class ThresholdRegistration
{
    public static IServiceCollection AddThresholds(this IServiceCollection services) => services.AddSingleton<ThresholdQueries>();

    public static void MapThresholds(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<ThresholdGrpcService>();
}
