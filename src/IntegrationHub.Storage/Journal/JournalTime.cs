using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Journal;

/// <summary>Finds positions by the time at which submissions were received.</summary>
public static class JournalTime
{
    /// <summary>The last position that had been received by a time.</summary>
    /// <remarks>
    /// Positions follow the order of commits, which is that of receipt but for submissions that waited for the same commit: the answer is
    /// right to within the time that a commit takes. The journal has no index by time, since every register would pay for it, so the place
    /// is found by halving.
    /// </remarks>
    /// <returns>0: nothing had been received.</returns>
    public static async Task<long> LastPositionAsync(HubDbContext context, DateTime time, CancellationToken cancellationToken)
    {
        long low = 0, high = await context.Journal.MaxAsync(x => (long?)x.Position, cancellationToken) ?? 0;
        while (low < high)
        {
            var middle = high - ((high - low) / 2);
            var row = await context.Journal
                .Where(x => x.Position >= middle)
                .OrderBy(x => x.Position)
                .Select(x => new { x.Position, x.ReceivedTime })
                .FirstAsync(cancellationToken);
            if (row.ReceivedTime <= time)
                low = row.Position;
            else
                high = middle - 1;
        }
        return low;
    }
}
