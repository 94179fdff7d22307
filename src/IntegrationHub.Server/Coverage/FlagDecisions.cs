using Grpc.Core;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Coverage;

/// <summary>Takes what people do with flags: each decision is in the journal, with who made it, and counts once.</summary>
internal sealed class FlagDecisions(RequestIntake intake, CoverageQueries queries)
{
    private const int MostNoteCharacters = 200;
    private const int MostAssigneeCharacters = 100;

    /// <returns>The flag as it is after the decision.</returns>
    /// <exception cref="RpcException">The decision cannot be read, the flag is unknown or closed, or the id was used for another.</exception>
    public async Task<FlagRow> DecideAsync(Caller caller, UpdateFlagRequest request, CancellationToken cancellationToken)
    {
        Require(request);
        if (await queries.FindFlagAsync(caller, request.FlagId, cancellationToken) is null)
            throw UnknownFlag();
        var decision = new FlagDecisionProjection(request, caller.Person ?? caller.System);
        await intake.TakeAsync(caller, Feed.FlagDecisions, request.RequestId, request, decision);
        return await queries.FindFlagAsync(caller, request.FlagId, cancellationToken) ?? throw UnknownFlag();
    }

    public static RpcException UnknownFlag() => RpcErrors.NotFound(Reason.FlagUnknown, "The authority has no such flag.");

    private static void Require(UpdateFlagRequest request)
    {
        switch (request.ActionCase)
        {
            case UpdateFlagRequest.ActionOneofCase.Acknowledge:
                RequireNote(request.Acknowledge.Note, "acknowledge.note");
                break;
            case UpdateFlagRequest.ActionOneofCase.Assign:
                RequireNote(request.Assign.Note, "assign.note");
                RequireAssignee(request.Assign.Assignee);
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

    private static void RequireAssignee(string assignee)
    {
        if (string.IsNullOrWhiteSpace(assignee) || assignee.Length > MostAssigneeCharacters)
        {
            throw RpcErrors.InvalidArgument(
                Reason.InvalidArgument, $"Say whom it is assigned to, in {MostAssigneeCharacters} characters at most.", "assign.assignee");
        }
    }
}
