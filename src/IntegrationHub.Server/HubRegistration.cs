using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Casework;
using IntegrationHub.Server.Coverage;
using IntegrationHub.Server.Dashboard;
using IntegrationHub.Server.Exports;
using IntegrationHub.Server.Feedback;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Health;
using IntegrationHub.Server.HealthAbsence;
using IntegrationHub.Server.Operations;
using IntegrationHub.Server.Quarantine;
using IntegrationHub.Server.Reflection;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Roll;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Security;
using IntegrationHub.Server.Thresholds;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server;

/// <summary>What a hub is made of, feature by feature.</summary>
internal static class HubRegistration
{
    public static void AddHub(this IServiceCollection services, HubDatabase database)
    {
        services.AddSingleton(database);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Settings(provider).Journal);
        services.AddSingleton(provider => Settings(provider).Fold);
        services.AddSingleton<JournalCommitter>();
        services.AddSingleton<AttendanceStore>();
        services.AddSingleton<SchoolRolls>();
        services.AddSingleton<SchoolDirectory>();
        services.AddSingleton<CallerResolver>();
        services.AddFeeds();
        services.AddRegisters();
        services.AddRoll();
        services.AddCasework();
        services.AddOperations();
        services.AddQuarantine();
        services.AddAttendance();
        services.AddCoverage();
        services.AddFeedback();
        services.AddHealthAbsence();
        services.AddExports();
        services.AddThresholds();
        services.AddDashboard();
        services.AddReflection();
        services.AddGrpc();
        services.AddOptions<Grpc.AspNetCore.Server.GrpcServiceOptions>()
            .Configure<IOptions<HubOptions>>((grpc, hub) => grpc.MaxReceiveMessageSize = hub.Value.Feeds.MaxMessageBytes);
    }

    public static void MapHub(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRegisters();
        endpoints.MapRoll();
        endpoints.MapCasework();
        endpoints.MapOperations();
        endpoints.MapQuarantine();
        endpoints.MapAttendance();
        endpoints.MapCoverage();
        endpoints.MapFeedback();
        endpoints.MapHealthAbsence();
        endpoints.MapExports();
        endpoints.MapThresholds();
        endpoints.MapDashboard();
        endpoints.MapHealth();
        endpoints.MapReflection();
    }

    private static HubOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<HubOptions>>().Value;
}
