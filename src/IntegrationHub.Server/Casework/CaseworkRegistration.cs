using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Casework;

internal static class CaseworkRegistration
{
    public static IServiceCollection AddCasework(this IServiceCollection services) => services
        .AddSnapshots()
        .AddSingleton<CaseSnapshots>()
        .AddSingleton<ISnapshotContent>(provider => provider.GetRequiredService<CaseSnapshots>())
        .AddSingleton(provider => new CaseSources(provider.GetRequiredService<IOptions<HubOptions>>().Value.Reconciliation.Rules.Fitness))
        .AddSingleton<SourceLister>()
        .AddFeed<SubmitCaseRecordsRequest, SubmitCaseRecordsResponse, CaseSubmission, CaseworkProtocol>()
        .AddReplay<CaseReplay>();

    public static void MapCasework(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<CaseworkGrpcService>();
}
