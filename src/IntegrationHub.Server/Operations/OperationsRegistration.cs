using IntegrationHub.Server.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Operations;

internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<ReferenceData>()
        .AddSingleton<FeedLister>()
        .AddSingleton<HeldSnapshots>()
        .AddReplay<SchoolsReplay>()
        .AddReplay<CalendarReplay>()
        .AddReplay<SourcesReplay>()
        .AddReplay<SnapshotApprovalReplay>();

    public static void MapOperations(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<OperationsGrpcService>();
}
