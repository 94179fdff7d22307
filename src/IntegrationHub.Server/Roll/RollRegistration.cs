using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Roll;

internal static class RollRegistration
{
    public static IServiceCollection AddRoll(this IServiceCollection services) => services
        .AddSnapshots()
        .AddSingleton<RollContent>()
        .AddSingleton<RollSnapshots>()
        .AddSingleton<ISnapshotContent>(provider => provider.GetRequiredService<RollSnapshots>())
        .AddSingleton<PupilReader>()
        .AddFeed<SubmitRollRequest, SubmitRollResponse, RollSubmission, RollProtocol>()
        .AddReplay<RollReplay>();

    public static void MapRoll(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<RollGrpcService>();
}
