using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Journal;

/// <summary>What the hub answered to a submission before.</summary>
public static class SubmissionLookup
{
    /// <summary>The refusal of an id that was used before for other content.</summary>
    internal static Refusal Reused { get; } = new(Reason.SubmissionIdReused,
        "This submission_id was used before for other content. Give each new or corrected submission an id of its own.",
        "submission_id");

    /// <returns>The outcome of this content under this id. Null: nothing came under it.</returns>
    public static async Task<SubmissionOutcome?> FindAsync(
        HubDbContext context, WriterKey writer, Guid submissionId, byte[] contentHash, CancellationToken cancellationToken)
    {
        var row = await context.Submissions.SingleOrDefaultAsync(
            x => x.Authority == writer.Authority && x.System == writer.System && x.Feed == writer.Feed && x.SubmissionId == submissionId,
            cancellationToken);
        return row is null ? null
            : row.ContentHash.AsSpan().SequenceEqual(contentHash) ? OutcomeOf(row)
            : new() { Kind = OutcomeKind.Refused, ReceivedTime = row.ReceivedTime, Refusal = Reused };
    }

    internal static SubmissionOutcome OutcomeOf(SubmissionRow row) => new()
    {
        Kind = row.Position is null ? OutcomeKind.Refused : OutcomeKind.Duplicate,
        Position = row.Position ?? 0,
        ReceivedTime = row.ReceivedTime,
        Notices = ItemNotice.FromJson(row.Notices),
        Refusal = row.RefusalReason is { } reason ? new Refusal(reason, row.RefusalDetail ?? "", row.RefusalField ?? "") : null,
    };
}
