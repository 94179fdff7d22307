using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Feeds;

/// <summary>
/// The way of a unary request that changes something, such as a decision or the operator's schools: it is journalled like a
/// submission, under its request_id, so that it counts once however often it is sent, and survives a rebuild.
/// </summary>
internal sealed class RequestIntake(JournalCommitter journal, FeedServices services, IOptions<HubOptions> options, TimeProvider clock)
{
    private const string SystemItself = "requests";

    /// <summary>
    /// Takes a request. When it returns, the change is durable. The journal names as its writer the person on whose behalf the
    /// system called.
    /// </summary>
    /// <param name="school">The school whose roll it changes, if any.</param>
    /// <exception cref="RpcException">The request is refused, or cannot be stored at the moment.</exception>
    public async Task<SubmissionOutcome> TakeAsync(
        Caller caller, Storage.Model.Feed feed, string requestId, IMessage request, IProjection projection, int? school = null)
    {
        var payload = request.ToByteArray();
        var id = Check(requestId, request, payload);
        var writer = new WriterKey(caller.Authority, caller.System, feed, caller.Person ?? SystemItself);
        var outcome = await services.StoredAsync(journal.AppendAsync(new Submission
        {
            Writer = writer,
            SubmissionId = id,
            Payload = payload,
            ContentHash = SHA256.HashData(payload),
            ReceivedTime = clock.GetUtcNow().UtcDateTime,
            School = school,
            Projection = projection,
        }), writer);
        return outcome.Refusal is { } refusal ? throw ErrorOf(refusal) : outcome;
    }

    /// <summary>Who made a request that is in the journal.</summary>
    public static Caller CallerOf(JournalRow row) => new(row.Authority, row.System, row.WriterId == SystemItself ? null : row.WriterId);

    private Guid Check(string requestId, IMessage request, byte[] payload)
    {
        if (!Guid.TryParse(requestId, out var id) || id == Guid.Empty)
        {
            throw RpcErrors.InvalidArgument(
                Reason.InvalidSubmissionId, "Give the request a UUID of its own, and keep it when you resend it.", "request_id");
        }
        if (payload.Length > options.Value.Feeds.MaxSubmissionBytes)
        {
            throw RpcErrors.Create(StatusCode.InvalidArgument, Reason.SubmissionTooLarge,
                $"The request has {payload.Length:N0} bytes; at most {options.Value.Feeds.MaxSubmissionBytes:N0} are taken. Split it.");
        }
        return InvalidText.FieldWith(request, payload) is { } field
            ? throw RpcErrors.InvalidArgument(
                Reason.InvalidText, "The text is not valid UTF-8, or holds the character U+FFFD or U+0000. Send it in UTF-8.", field)
            : id;
    }

    private static RpcException ErrorOf(Refusal refusal)
    {
        var code = (StatusCode)(ReasonCatalogue.Find(refusal.Reason)?.CallStatus ?? CallStatus.FailedPrecondition);
        return RpcErrors.Create(code, refusal.Reason, refusal.Detail, refusal.Field.Length == 0 ? null : refusal.Field);
    }
}
