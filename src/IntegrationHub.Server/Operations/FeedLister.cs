using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Operations;

/// <summary>Tells how the feeds stand.</summary>
internal sealed class FeedLister(HubDatabase database)
{
    private static readonly Feed[] Feeds = [Feed.Registers, Feed.Roll, Feed.Casework];

    public async Task<ListFeedsResponse> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        var context = snapshot.Context;
        var writers = await context.Writers
            .Where(x => x.Authority == caller.Authority && Feeds.Contains(x.Feed))
            .OrderBy(x => x.System).ThenBy(x => x.Feed).ThenBy(x => x.WriterId)
            .ToListAsync(cancellationToken);
        var marks = await context.HeldMarks
            .Where(x => x.Authority == caller.Authority)
            .GroupBy(x => x.State)
            .Select(x => new { State = x.Key, Count = x.LongCount() })
            .ToDictionaryAsync(x => x.State, x => x.Count, cancellationToken);
        return new()
        {
            Feeds = { writers.Select(ToMessage) },
            Position = snapshot.Position,
            PendingMarks = marks.GetValueOrDefault(HeldMarkState.Pending),
            QuarantinedMarks = marks.GetValueOrDefault(HeldMarkState.Quarantined),
            UnfoldedRegisters = await AttendanceStore.CountUnfoldedAsync(context, caller.Authority, cancellationToken),
        };
    }

    private static FeedState ToMessage(WriterRow row) => new()
    {
        System = row.System,
        Feed = row.Feed.ToString().ToUpperInvariant(),
        WriterId = row.WriterId,
        Watermark = row.Watermark,
        AcceptedCount = row.AcceptedCount,
        RefusedCount = row.RefusedCount,
        LastReceiveTime = row.LastReceivedTime?.ToTimestamp(),
    };
}
