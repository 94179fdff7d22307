using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feeds.Records;

/// <summary>Keeps the records that a submission's check set aside, until they are stated anew.</summary>
internal static class HeldRecords
{
    public static void Hold(
        HubDbContext context, long position, Submission submission, string scope, IReadOnlyList<SetAsideRecord> setAside) =>
        context.HeldRecords.AddRange(setAside.Select(x => new HeldRecordRow
        {
            Authority = submission.Writer.Authority,
            Position = position,
            RecordIndex = x.Index,
            Feed = submission.Writer.Feed,
            Scope = scope,
            Reason = x.Reason,
            RecordKind = x.Kind,
            RecordId = x.Id.Length == 0 ? null : x.Id,
        }));

    /// <summary>A record stated anew leaves nothing to mend in what was held of it before.</summary>
    /// <param name="stated">By kind and identifier, the positions at which records that count were stated.</param>
    public static async Task ForgetAsync(
        HubDbContext context, string authority, Feed feed, string scope, IEnumerable<(short Kind, string Id, long Position)> stated,
        CancellationToken cancellationToken)
    {
        var held = await context.HeldRecords
            .Where(x => x.Authority == authority && x.Feed == feed && x.Scope == scope && x.RecordKind != null && x.RecordId != null)
            .ToListAsync(cancellationToken);
        if (held.Count == 0)
            return;
        var latest = stated.GroupBy(x => (x.Kind, x.Id)).ToDictionary(x => x.Key, x => x.Max(record => record.Position));
        context.HeldRecords.RemoveRange(held.Where(
            x => latest.TryGetValue((x.RecordKind!.Value, x.RecordId!), out var position) && position > x.Position));
    }
}
