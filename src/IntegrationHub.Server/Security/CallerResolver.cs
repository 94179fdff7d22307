using Grpc.Core;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Security;

/// <summary>Finds out who calls, from the metadata of the embedded default.</summary>
public sealed class CallerResolver(IOptions<HubOptions> options)
{
    /// <summary>Metadata that names the calling system: 1 to 100 letters, digits, dots, hyphens or underscores.</summary>
    public const string SystemHeader = "hub-system";

    /// <summary>Metadata that names the person on whose behalf the system calls.</summary>
    public const string PersonHeader = "hub-person";

    /// <summary>Metadata that states what the answer is for.</summary>
    public const string PurposeHeader = "hub-purpose";

    public Caller Resolve(ServerCallContext context)
    {
        var system = context.RequestHeaders.GetValue(SystemHeader) ?? "local";
        if (!Names.IsValid(system))
        {
            throw RpcErrors.Create(StatusCode.Unauthenticated, Reason.CallerUnknown,
                $"The metadata {SystemHeader} must name the calling system: {Names.Rule}.");
        }
        return new Caller(
            options.Value.Authority, system, context.RequestHeaders.GetValue(PersonHeader), context.RequestHeaders.GetValue(PurposeHeader));
    }
}
