using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace IntegrationHub.Server.Errors;

/// <summary>
/// The one place where failures become RPC errors: a status with a google.rpc.Status in its trailer that carries the reason, the
/// field at fault and when to try again. No error holds personal data.
/// </summary>
public static class RpcErrors
{
    public const string Domain = "integrationhub";

    /// <summary>An error with its reason from the catalogue.</summary>
    /// <param name="field">The field at fault; adds a google.rpc.BadRequest.</param>
    /// <param name="retryAfter">When to try again; adds a google.rpc.RetryInfo.</param>
    /// <param name="facts">Values for programs, such as the expected sequence.</param>
    public static RpcException Create(
        StatusCode code, string reason, string message, string? field = null, TimeSpan? retryAfter = null,
        params ReadOnlySpan<(string Key, string Value)> facts)
    {
        var info = new ErrorInfo { Type = reason, Domain = Domain };
        foreach (var (key, value) in facts)
            info.Metadata.Add(key, value);
        var status = new RpcStatus { Code = (int)code, Message = message };
        status.Details.Add(Any.Pack(info));
        if (field is not null)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = message } } }));
        if (retryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return new RpcException(new Grpc.Core.Status(code, message), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    public static RpcException InvalidArgument(string reason, string message, string field) =>
        Create(StatusCode.InvalidArgument, reason, message, field);

    public static RpcException NotFound(string reason, string message) => Create(StatusCode.NotFound, reason, message);

    /// <summary>A passing fault: nothing is lost, try again after the delay.</summary>
    public static RpcException Unavailable(string reason, string message, TimeSpan retryAfter) =>
        Create(StatusCode.Unavailable, reason, message, retryAfter: retryAfter);
}
