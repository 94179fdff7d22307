using IntegrationHub.Server.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Quartz;

namespace IntegrationHub.Server.Coverage;

internal static class CoverageRegistration
{
    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.TryAddSingleton(provider =>
            new CaseSources(provider.GetRequiredService<IOptions<HubOptions>>().Value.Reconciliation.Rules.Fitness));
        services.AddQuartz(quartz => quartz.UseInMemoryStore());
        return services
            .AddSingleton<Reconciler>()
            .AddSingleton<ReconciliationRuns>()
            .AddSingleton<ReconciliationService>()
            .AddSingleton<CoverageQueries>()
            .AddSingleton<FlagDecisions>()
            .AddHostedService<ReconciliationStartUp>()
            .AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }

    public static void MapCoverage(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<CoverageGrpcService>();
}
