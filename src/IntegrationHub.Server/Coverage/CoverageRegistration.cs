using IntegrationHub.Server.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace IntegrationHub.Server.Coverage;

internal static class CoverageRegistration
{
    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.UseInMemoryStore());
        return services
            .AddSingleton<Reconciler>()
            .AddSingleton<ReconciliationRuns>()
            .AddSingleton<ReconciliationService>()
            .AddSingleton<CoverageQueries>()
            .AddSingleton<FlagDecisions>()
            .AddReplay<FlagDecisionReplay>()
            .AddHostedService<ReconciliationStartUp>()
            .AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }

    public static void MapCoverage(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<CoverageGrpcService>();
}
