using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Journal;

/// <summary>What the hub answered to a submission before.</summary>
public static class SubmissionLookup
{
    internal static SubmissionOutcome OutcomeOf(SubmissionRow row) => new()
    {
        Kind = row.Position is null ? OutcomeKind.Refused : OutcomeKind.Duplicate,
        Position = row.Position ?? 0,
        ReceivedTime = row.ReceivedTime,
        Notices = ItemNotice.FromJson(row.Notices),
        Refusal = row.RefusalReason is { } reason ? new Refusal(reason, row.RefusalDetail ?? "", row.RefusalField ?? "") : null,
    };
}
