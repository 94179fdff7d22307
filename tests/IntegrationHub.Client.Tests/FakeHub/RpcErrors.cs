using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace IntegrationHub.Client.Tests.FakeHub;

/// <summary>Errors as the hub sends them, details in the trailer.</summary>
internal static class RpcErrors
{
    public static RpcException With(StatusCode code, string? reason, TimeSpan? retryAfter = null, params BadRequest.Types.FieldViolation[] violations)
    {
        Google.Rpc.Status status = new() { Code = (int)code };
        if (reason is not null)
            status.Details.Add(Any.Pack(new ErrorInfo { Type = reason, Domain = "integrationhub", Metadata = { { "expected", "7" } } }));
        if (retryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        if (violations.Length > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations } }));
        return new RpcException(new Grpc.Core.Status(code, reason ?? "no reason"), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }
}
