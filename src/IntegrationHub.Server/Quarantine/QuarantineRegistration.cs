using IntegrationHub.Server.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Quarantine;

internal static class QuarantineRegistration
{
    public static IServiceCollection AddQuarantine(this IServiceCollection services) => services
        .AddSingleton<QuarantineReader>()
        .AddSingleton<QuarantineResolver>()
        .AddSingleton<QuarantineExpiry>()
        .AddReplay<QuarantineReplay>()
        .AddHostedService<QuarantineStartUp>();

    public static void MapQuarantine(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<QuarantineGrpcService>();
}
