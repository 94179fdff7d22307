using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Journal;

/// <summary>What the hub answered to a submission before.</summary>
public static class SubmissionLookup
{
    /// <returns>Null: nothing came under this id, or something else did.</returns>
    public static async Task<SubmissionOutcome?> FindAsync(
        HubDbContext context, WriterKey writer, Guid submissionId, byte[] contentHash, CancellationToken cancellationToken)
    {
        var row = await context.Submissions.SingleOrDefaultAsync(
            x => x.Authority == writer.Authority && x.System == writer.System && x.Feed == writer.Feed && x.SubmissionId == submissionId,
            cancellationToken);
        return row is not null && row.ContentHash.AsSpan().SequenceEqual(contentHash) ? OutcomeOf(row) : null;
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
