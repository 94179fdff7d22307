using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Reflection;

internal static class ReflectionRegistration
{
    public static IServiceCollection AddReflection(this IServiceCollection services) => services
        .AddSingleton<ServedServices>()
        .AddSingleton<ContractFiles>()
        .AddSingleton<ReflectionAnswers>();

    public static void MapReflection(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<ReflectionGrpcService>();
}
