using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Dashboard;

internal static class DashboardRegistration
{
    // Neither script nor anything from elsewhere: the page is markup and its own style sheet.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.AddSingleton<DashboardReader>();
    }

    /// <summary>
    /// The page, on its own port alone: that one speaks HTTP/1.1, gRPC's HTTP/2. It answers to the names of this machine only, so
    /// that no site on the web can have a browser read it under a name of its own (DNS rebinding).
    /// </summary>
    public static void MapDashboard(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/", ShowAsync)
        .RequireHost("localhost", "127.0.0.1");

    private static async Task<IResult> ShowAsync(HttpContext context, DashboardReader reader)
    {
        if (!HttpProtocol.IsHttp11(context.Request.Protocol))
            return TypedResults.NotFound();
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var model = await reader.ReadAsync(context.RequestAborted);
        return new RazorComponentResult<DashboardPage>(new { Model = model });
    }
}
