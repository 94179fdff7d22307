using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Health;

internal static class HealthRegistration
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<HealthGrpcService>();
}
