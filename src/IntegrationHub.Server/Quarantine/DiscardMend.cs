using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Throws chosen things away.</summary>
/// <param name="items">What is thrown away.</param>
/// <param name="replayed">
/// Whether the decision is being read back from the journal. What was in quarantine when it was made is not known then, and need not
/// be: the decision names its things one by one, and was checked.
/// </param>
internal sealed class DiscardMend(IReadOnlyCollection<QuarantineItemId> items, bool replayed = false) : IMend
{
    public string Action => "DISCARD";

    public async Task<MendOutcome> ApplyAsync(HubDbContext context, string authority, long position, CancellationToken cancellationToken)
    {
        var marks = items.Where(x => x.Kind == QuarantineItemKind.Mark).ToList();
        if (!replayed && await MissingAsync(context, authority, marks, cancellationToken) is { } missing)
            return Unknown(missing);
        foreach (var item in items.Where(x => x.Kind != QuarantineItemKind.Mark))
        {
            if (!await RemoveAsync(context, authority, item, cancellationToken) && !replayed)
                return Unknown(item);
        }
        var schools = await DiscardAsync(context, authority, marks, position, cancellationToken);
        return new() { Schools = schools, Scope = schools is [var only] ? only.Laestab : null, ItemCount = items.Count };
    }

    private static MendOutcome Unknown(QuarantineItemId item) => MendOutcome.Refused(Reason.QuarantineItemUnknown,
        $"{item} is not in quarantine any more, or never was. List again, and choose from what is there.", "discard.item_ids");

    /// <summary>A mark that counts must not be thrown away.</summary>
    private static async Task<QuarantineItemId?> MissingAsync(
        HubDbContext context, string authority, List<QuarantineItemId> marks, CancellationToken cancellationToken)
    {
        foreach (var mark in marks)
        {
            if (await context.HeldMarks.FindAsync([authority, mark.Key, mark.Index], cancellationToken) is null)
                return mark;
        }
        return null;
    }

    private static async Task<bool> RemoveAsync(HubDbContext context, string authority, QuarantineItemId item, CancellationToken cancellationToken)
    {
        object? row = item.Kind == QuarantineItemKind.Record
            ? await context.HeldRecords.FindAsync([authority, item.Key, item.Index], cancellationToken)
            : await context.QuarantinedSubmissions.SingleOrDefaultAsync(
                x => x.Authority == authority && x.QuarantineId == item.Key, cancellationToken);
        if (row is not null)
            context.Remove(row);
        return row is not null;
    }

    private static async Task<List<SchoolKey>> DiscardAsync(
        HubDbContext context, string authority, List<QuarantineItemId> marks, long position, CancellationToken cancellationToken)
    {
        var positions = marks.Select(x => x.Key).Distinct().ToArray();
        var schools = await context.Journal
            .Where(x => x.Authority == authority && x.Feed == Feed.Registers && EF.Parameter(positions).Contains(x.Position))
            .ToDictionaryAsync(x => x.Position, x => x.School!.Value, cancellationToken);
        var rows = marks.ConvertAll(mark => new DiscardedMarkRow
        {
            Authority = authority,
            Laestab = schools[mark.Key],
            Position = mark.Key,
            MarkIndex = mark.Index,
            DecisionPosition = position,
        });
        context.AddRange(rows);
        new VersionWriter(context, position).Put<DiscardedMarkRow, DiscardedMarkVersionRow>(rows);
        SchoolKey[] touched = [.. schools.Values.Distinct().Select(x => new SchoolKey(authority, x))];
        foreach (var school in touched)
            await RollTouches.WriteAsync(context, school, await SchoolStays.AllAsync(context, school, cancellationToken), position, cancellationToken);
        return [.. touched];
    }
}
