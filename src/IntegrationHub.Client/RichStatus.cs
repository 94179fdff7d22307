using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace IntegrationHub.Client;

/// <summary>What the hub says about a failed call beyond its status code: reason, fields at fault, and when to come back.</summary>
/// <remarks>
/// It travels as a <c>google.rpc.Status</c> in the trailer <c>grpc-status-details-bin</c>. Details that cannot be read count as absent: a proxy may
/// have answered in the hub's place.
/// </remarks>
public sealed class RichStatus
{
    private const string Trailer = "grpc-status-details-bin";

    private RichStatus(ErrorInfo? error, RetryInfo? retry, BadRequest? badRequest)
    {
        // Google.Api.CommonProtos calls field 1 of ErrorInfo "type"; today's definition calls it "reason".
        Reason = string.IsNullOrEmpty(error?.Type) ? null : error.Type;
        Domain = string.IsNullOrEmpty(error?.Domain) ? null : error.Domain;
        Metadata = error is null ? new Dictionary<string, string>() : new Dictionary<string, string>(error.Metadata);
        RetryDelay = retry?.RetryDelay?.ToTimeSpan();
        FieldViolations = [.. (badRequest?.FieldViolations ?? []).Select(violation => new FieldViolation(violation.Field, violation.Description))];
    }

    /// <summary>Why, in UPPER_SNAKE_CASE, from the hub's published catalogue. Null when the hub gave none.</summary>
    public string? Reason { get; }

    /// <summary>Who says so. Null when the hub gave none.</summary>
    public string? Domain { get; }

    /// <summary>Facts beside the reason, such as the sequence expected. Empty when the hub gave none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>How long to wait before trying again. Null when the hub does not say that trying again helps.</summary>
    public TimeSpan? RetryDelay { get; }

    /// <summary>The fields at fault. Empty when the hub named none.</summary>
    public IReadOnlyList<FieldViolation> FieldViolations { get; }

    /// <summary>Reads the details of a failed call.</summary>
    public static RichStatus Of(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Google.Rpc.Status? status = Read(exception.Trailers);
        return new RichStatus(Find<ErrorInfo>(status), Find<RetryInfo>(status), Find<BadRequest>(status));
    }

    private static Google.Rpc.Status? Read(Metadata trailers)
    {
        byte[]? bytes = trailers.GetValueBytes(Trailer);
        if (bytes is null)
            return null;

        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static T? Find<T>(Google.Rpc.Status? status)
        where T : class, IMessage<T>, new()
    {
        foreach (Google.Protobuf.WellKnownTypes.Any detail in status?.Details ?? [])
        {
            try
            {
                if (detail.TryUnpack(out T found))
                    return found;
            }
            catch (InvalidProtocolBufferException)
            {
                return null;
            }
        }

        return null;
    }
}
