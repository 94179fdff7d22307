using Grpc.Core;
using IntegrationHub.Client;

namespace IntegrationHub.Server.Tests;

internal static class RpcErrorReading
{
    /// <summary>The reason from the catalogue that an error carries.</summary>
    public static string? ReasonOf(this RpcException error) => RichStatus.Of(error).Reason;
}
