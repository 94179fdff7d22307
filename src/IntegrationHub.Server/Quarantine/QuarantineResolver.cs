using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Takes people's decisions about quarantine: each is in the journal, with who made it and why, and counts once.</summary>
internal sealed class QuarantineResolver(
    HubDatabase database, RequestIntake intake, RegisterFolding folding, SchoolRolls rolls, IEnumerable<IRefusedSubmissions> refused,
    IOptions<HubOptions> options)
{
    private const int MostNoteCharacters = 200;

    private readonly Dictionary<Feed, IRefusedSubmissions> _refused = refused.ToDictionary(x => x.Feed);

    public async Task<ResolveQuarantineResponse> ResolveAsync(
        Caller caller, ResolveQuarantineRequest request, CancellationToken cancellationToken)
    {
        if (request.Note.Length > MostNoteCharacters)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, $"A note has {MostNoteCharacters} characters at most.", "note");
        return request.ResolutionCase switch
        {
            ResolveQuarantineRequest.ResolutionOneofCase.MapCode =>
                await DecideAsync(caller, request, RequestedMend.Of(request.MapCode), cancellationToken),
            ResolveQuarantineRequest.ResolutionOneofCase.CorrectIdentifier =>
                await DecideAsync(caller, request, RequestedMend.Of(request.CorrectIdentifier), cancellationToken),
            ResolveQuarantineRequest.ResolutionOneofCase.Discard =>
                await DecideAsync(caller, request, new DiscardMend(RequestedMend.ItemsOf(request.Discard, "discard")), cancellationToken),
            ResolveQuarantineRequest.ResolutionOneofCase.Replay => await ReplayAsync(caller, request, cancellationToken),
            _ => throw RpcErrors.InvalidArgument(
                Reason.InvalidArgument, "Map a code, correct an identifier, replay things or discard them.", "resolution"),
        };
    }

    private async Task<ResolveQuarantineResponse> ReplayAsync(
        Caller caller, ResolveQuarantineRequest request, CancellationToken cancellationToken)
    {
        var items = RequestedMend.ItemsOf(request.Replay, "replay");
        var taken = new List<QuarantineItemId>();
        var unresolved = new List<UnresolvedItem>();
        foreach (var item in items.Where(x => x.Kind != QuarantineItemKind.Mark))
        {
            if (await TakeAgainAsync(caller, item, cancellationToken) is { } refusal)
                unresolved.Add(new() { ItemId = item.ToString(), Reason = refusal.Reason, Detail = refusal.Detail });
            else
                taken.Add(item);
        }
        var response = await DecideAsync(caller, request, new ReplayMend(items, taken), cancellationToken);
        response.UnresolvedItems.Add(unresolved);
        return response;
    }

    private async Task<Refusal?> TakeAgainAsync(Caller caller, QuarantineItemId item, CancellationToken cancellationToken)
    {
        if (item.Kind == QuarantineItemKind.Record)
        {
            return new(Reason.ResendNeeded,
                "What a record lacks only its sender knows: have it sent again, in a snapshot or alone. That takes this one's place.");
        }
        await using var context = database.CreateReadContext();
        var row = await context.QuarantinedSubmissions.SingleOrDefaultAsync(
            x => x.Authority == caller.Authority && x.QuarantineId == item.Key, cancellationToken);
        return row is null
            ? new(Reason.QuarantineItemUnknown, "It is not in quarantine any more, or never was.")
            : await _refused[row.Feed].TakeAgainAsync(row, cancellationToken);
    }

    private async Task<ResolveQuarantineResponse> DecideAsync(
        Caller caller, ResolveQuarantineRequest request, IMend mend, CancellationToken cancellationToken)
    {
        await folding.CatchUpAsync(options.Value.Reconciliation.FoldPatience, cancellationToken);
        var before = await CountAsync(caller, cancellationToken);
        var decision = new QuarantineDecision(mend, request.Note, caller.Person ?? caller.System, rolls);
        var outcome = await intake.TakeAsync(caller, Feed.Quarantine, request.RequestId, request, decision);
        await folding.CatchUpAsync(options.Value.Reconciliation.FoldPatience, cancellationToken);
        var resolved = outcome.Kind == OutcomeKind.Duplicate ? 0 : before - await CountAsync(caller, cancellationToken);
        return new() { Position = outcome.Position, ResolvedCount = Math.Max(0, resolved) };
    }

    /// <summary>How many things the authority has in quarantine, or waiting.</summary>
    private async Task<long> CountAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        var context = snapshot.Context;
        return await context.HeldMarks.LongCountAsync(x => x.Authority == caller.Authority, cancellationToken)
            + await context.HeldRecords.LongCountAsync(x => x.Authority == caller.Authority, cancellationToken)
            + await context.QuarantinedSubmissions.LongCountAsync(x => x.Authority == caller.Authority, cancellationToken);
    }
}
