using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.HealthAbsence;

internal static class HealthAbsenceRegistration
{
    public static IServiceCollection AddHealthAbsence(this IServiceCollection services) => services.AddSingleton<HealthAbsenceQueries>();

    public static void MapHealthAbsence(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<HealthAbsenceGrpcService>();
}
