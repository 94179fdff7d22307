using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Coverage;

/// <summary>Takes what people do with flags: each decision is a submission, so that it is in the journal and counts once.</summary>
/// <remarks>
/// The journal row names the system that called and, as its writer, the person on whose behalf; the payload is the request as it
/// came.
/// </remarks>
internal sealed class FlagDecisions(JournalCommitter journal, CoverageQueries queries, TimeProvider clock)
{
    private const int MostNoteCharacters = 200;
    private const int MostAssigneeCharacters = 100;

    /// <returns>The flag as it is after the decision.</returns>
    /// <exception cref="RpcException">The decision cannot be read, the flag is unknown or closed, or the id was used for another.</exception>
    public async Task<FlagRow> DecideAsync(Caller caller, UpdateFlagRequest request, CancellationToken cancellationToken)
    {
        var payload = request.ToByteArray();
        Require(request, payload);
        if (await queries.FindFlagAsync(caller, request.FlagId, cancellationToken) is null)
            throw UnknownFlag();
        var person = caller.Person ?? caller.System;
        var outcome = await journal.AppendAsync(new Submission
        {
            Writer = new(caller.Authority, caller.System, Feed.Decisions, person),
            SubmissionId = Guid.Parse(request.RequestId),
            Payload = payload,
            ContentHash = SHA256.HashData(payload),
            ReceivedTime = clock.GetUtcNow().UtcDateTime,
            Projection = new FlagDecisionProjection(request, person),
        });
        if (outcome.Refusal is { } refusal)
            throw RpcErrors.Create(StatusOf(refusal.Reason), refusal.Reason, refusal.Detail);
        return await queries.FindFlagAsync(caller, request.FlagId, cancellationToken) ?? throw UnknownFlag();
    }

    public static RpcException UnknownFlag() => RpcErrors.NotFound(Reason.FlagUnknown, "The authority has no such flag.");

    private static StatusCode StatusOf(string reason) => reason switch
    {
        Reason.SubmissionIdReused => StatusCode.AlreadyExists,
        Reason.FlagUnknown => StatusCode.NotFound,
        _ => StatusCode.FailedPrecondition,
    };

    private static void Require(UpdateFlagRequest request, byte[] payload)
    {
        if (!Guid.TryParse(request.RequestId, out var id) || id == Guid.Empty)
        {
            throw RpcErrors.InvalidArgument(
                Reason.InvalidSubmissionId, "Give the request a UUID of its own, and keep it when you resend it.", "request_id");
        }
        if (InvalidText.FieldWith(request, payload) is { } field)
            throw RpcErrors.InvalidArgument(Reason.InvalidText, "The text is not valid UTF-8, or holds the replacement character U+FFFD.", field);
        switch (request.ActionCase)
        {
            case UpdateFlagRequest.ActionOneofCase.Acknowledge:
                RequireNote(request.Acknowledge.Note, "acknowledge.note");
                break;
            case UpdateFlagRequest.ActionOneofCase.Assign:
                RequireNote(request.Assign.Note, "assign.note");
                if (string.IsNullOrWhiteSpace(request.Assign.Assignee) || request.Assign.Assignee.Length > MostAssigneeCharacters)
                {
                    throw RpcErrors.InvalidArgument(
                        Reason.InvalidArgument, $"Say whom it is assigned to, in {MostAssigneeCharacters} characters at most.", "assign.assignee");
                }
                break;
            default:
                throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Acknowledge the flag, or assign it.", "action");
        }
    }

    private static void RequireNote(string note, string field)
    {
        if (note.Length > MostNoteCharacters)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, $"A note has {MostNoteCharacters} characters at most.", field);
    }
}
