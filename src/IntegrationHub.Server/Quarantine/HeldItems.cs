using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Quarantine;

/// <summary>The three tables of what does not count, each in the same shape. Every member is named, so that the database can sort and group by it.</summary>
internal static class HeldItems
{
    public static IQueryable<HeldItem> Of(HubDbContext context, string authority, HeldKind kind, HeldFilter filter)
    {
        var held = kind switch
        {
            HeldKind.Submission => Submissions(context, authority),
            HeldKind.Record => Records(context, authority),
            HeldKind.Mark => Marks(context, authority, kind, HeldMarkState.Quarantined),
            _ => Marks(context, authority, kind, HeldMarkState.Pending),
        };
        if (filter.Scope is { } scope)
            held = held.Where(x => x.Scope == scope);
        return filter.Reason is { } reason ? held.Where(x => x.Reason == reason) : held;
    }

    private static IQueryable<HeldItem> Submissions(HubDbContext context, string authority) =>
        from row in context.QuarantinedSubmissions
        where row.Authority == authority
        select new HeldItem
        {
            Kind = HeldKind.Submission,
            Key = row.QuarantineId,
            Index = 0,
            Feed = row.Feed,
            // A submission that was refused may name no school or source at all.
            Scope = "",
            Reason = row.Reason,
            Detail = row.Detail,
            Code = null,
            SessionNumber = 0,
            Scheme = default,
            Pupil = null,
            System = row.System,
            WriterId = row.WriterId,
            ReceivedTime = row.ReceivedTime,
        };

    private static IQueryable<HeldItem> Records(HubDbContext context, string authority) =>
        from held in context.HeldRecords
        join row in context.Journal on held.Position equals row.Position
        where held.Authority == authority
        select new HeldItem
        {
            Kind = HeldKind.Record,
            Key = held.Position,
            Index = held.RecordIndex,
            Feed = held.Feed,
            Scope = held.Scope,
            Reason = held.Reason,
            Detail = null,
            Code = null,
            SessionNumber = 0,
            Scheme = default,
            Pupil = null,
            System = row.System,
            WriterId = row.WriterId,
            ReceivedTime = row.ReceivedTime,
        };

    private static IQueryable<HeldItem> Marks(HubDbContext context, string authority, HeldKind kind, HeldMarkState state) =>
        from held in context.HeldMarks
        join row in context.Journal on held.Position equals row.Position
        where held.Authority == authority && held.State == state
        select new HeldItem
        {
            Kind = kind,
            Key = held.Position,
            Index = held.MarkIndex,
            Feed = Feed.Registers,
            Scope = held.Laestab.ToString(),
            Reason = held.Reason,
            Detail = null,
            Code = held.Code,
            SessionNumber = held.SessionNumber,
            Scheme = held.Scheme,
            Pupil = held.Value,
            System = row.System,
            WriterId = row.WriterId,
            ReceivedTime = row.ReceivedTime,
        };
}
