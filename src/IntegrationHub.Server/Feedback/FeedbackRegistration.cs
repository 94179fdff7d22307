using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Feedback;

internal static class FeedbackRegistration
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<RegisterDeadlines>()
        .AddSingleton<FeedbackQueries>();

    public static void MapFeedback(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<FeedbackGrpcService>();
}
