using Grpc.Core;
using IntegrationHub.Client;

namespace IntegrationHub.Server.Tests;

/// <summary>What a refused call tells its caller.</summary>
internal static class Refusals
{
    public static async Task ShouldBeRefusedAsync<TResponse>(this AsyncUnaryCall<TResponse> call, StatusCode code, string reason)
    {
        var refused = await Should.ThrowAsync<RpcException>(async () => await call);
        (refused.StatusCode, RichStatus.Of(refused).Reason).ShouldBe((code, reason));
    }
}
