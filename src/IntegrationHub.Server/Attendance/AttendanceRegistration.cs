using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Attendance;

internal static class AttendanceRegistration
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) =>
        services.AddSingleton<KnownMoments>().AddSingleton<AttendanceQueries>();

    public static void MapAttendance(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<AttendanceGrpcService>();
        endpoints.MapGrpcService<MarkHistoryGrpcService>();
    }
}
