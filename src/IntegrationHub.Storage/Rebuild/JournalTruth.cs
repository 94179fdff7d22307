using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Rebuild;

/// <summary>Reads what a hub cannot make again: its records, and then its journal.</summary>
public static class JournalTruth
{
    /// <summary>
    /// The rows of all record tables, one table after another, and then the journal's in the order of their positions. Records come
    /// first, because applying the journal again asks what was answered at the time.
    /// </summary>
    public static async IAsyncEnumerable<object> ReadAsync(HubDbContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in HubTables.Records)
        {
            await foreach (var row in table.Rows(context).WithCancellation(cancellationToken))
                yield return row;
        }
        var journal = context.Journal.AsNoTracking().OrderBy(x => x.Position).AsAsyncEnumerable();
        await foreach (var row in journal.WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>How many rows <see cref="ReadAsync"/> gives.</summary>
    public static async Task<long> CountAsync(HubDbContext context, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var table in HubTables.All.Where(x => x.Class != TableClass.Projection))
            count += await table.CountAsync(context, cancellationToken);
        return count;
    }
}
