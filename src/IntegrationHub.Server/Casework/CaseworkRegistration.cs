using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Casework;

internal static class CaseworkRegistration
{
    public static IServiceCollection AddCasework(this IServiceCollection services) => services
        .AddSnapshots()
        .AddSingleton<CaseSnapshots>()
        .AddSingleton<ISnapshotContent>(provider => provider.GetRequiredService<CaseSnapshots>())
        .AddSingleton(new CaseSources(FitnessSettings.Default))
        .AddSingleton<SourceLister>()
        .AddFeed<SubmitCaseRecordsRequest, SubmitCaseRecordsResponse, CaseSubmission, CaseworkProtocol>();

    public static void MapCasework(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<CaseworkGrpcService>();
}
