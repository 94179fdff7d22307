using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Rebuild;

/// <summary>A table of the hub, and what it is to a rebuild.</summary>
public sealed class HubTable
{
    private readonly Func<HubDbContext, IAsyncEnumerable<object>> _rows;
    private readonly Func<HubDbContext, CancellationToken, Task<long>> _count;

    private HubTable(
        Type row, TableClass @class, Func<HubDbContext, IAsyncEnumerable<object>> rows, Func<HubDbContext, CancellationToken, Task<long>> count)
    {
        Row = row;
        Class = @class;
        _rows = rows;
        _count = count;
    }

    /// <summary>The type of its rows.</summary>
    public Type Row { get; }

    public TableClass Class { get; }

    public string NameIn(HubDbContext context) => RowMap.Of(context, Row).Table;

    /// <summary>Reads every row, one at a time, in no order.</summary>
    public IAsyncEnumerable<object> Rows(HubDbContext context) => _rows(context);

    public Task<long> CountAsync(HubDbContext context, CancellationToken cancellationToken) => _count(context, cancellationToken);

    internal static HubTable Of<TRow>(TableClass @class)
        where TRow : class => new(
        typeof(TRow), @class,
        context => context.Set<TRow>().AsNoTracking().AsAsyncEnumerable(),
        (context, cancellationToken) => context.Set<TRow>().LongCountAsync(cancellationToken));
}
