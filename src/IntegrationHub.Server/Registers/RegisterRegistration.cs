using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage.Attendance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Registers;

internal static class RegisterRegistration
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<IRegisterDecoder, RegisterDecoder>()
        .AddSingleton<RegisterFolding>()
        .AddHostedService(provider => provider.GetRequiredService<RegisterFolding>())
        .AddFeed<SubmitRegistersRequest, SubmitRegistersResponse, RegisterSubmission, RegisterProtocol>()
        .AddReplay<RegisterReplay>();

    public static void MapRegisters(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<RegisterIngestGrpcService>();
}
