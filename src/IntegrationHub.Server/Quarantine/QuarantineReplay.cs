using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Resolution = IntegrationHub.Contracts.Quarantine.V1.ResolveQuarantineRequest.ResolutionOneofCase;

namespace IntegrationHub.Server.Quarantine;

/// <summary>
/// Reads people's decisions about quarantine back from the journal. Refused submissions themselves are records of their day: those that
/// were taken again are in the journal by themselves.
/// </summary>
internal sealed class QuarantineReplay(SchoolRolls rolls) : IJournalReplay
{
    public Feed Feed => Feed.Quarantine;

    public SubmissionCheck Read(JournalRow row)
    {
        var request = ResolveQuarantineRequest.Parser.ParseFrom(row.Payload);
        var caller = RequestIntake.CallerOf(row);
        return new() { Projection = new QuarantineDecision(MendOf(request), request.Note, caller.Person ?? caller.System, rolls) };
    }

    private static IMend MendOf(ResolveQuarantineRequest request) => request.ResolutionCase switch
    {
        Resolution.MapCode => RequestedMend.Of(request.MapCode),
        Resolution.CorrectIdentifier => RequestedMend.Of(request.CorrectIdentifier),
        Resolution.Discard => new DiscardMend(RequestedMend.ItemsOf(request.Discard, "discard"), replayed: true),
        _ => new ReplayMend(RequestedMend.ItemsOf(request.Replay, "replay"), []),
    };
}
