using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IntegrationHub.Storage.Rows;

/// <summary>The columns of one table, read from the model.</summary>
internal sealed class RowMap
{
    private static readonly ConcurrentDictionary<(IModel Model, Type Row), RowMap> Maps = new();

    private RowMap(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        All = [.. entity.GetProperties().Select(property => new RowColumn(property))];
        Keys = [.. All.Where(x => x.IsKey)];
        Generated = All.SingleOrDefault(x => x.IsGenerated);
        Inserted = [.. All.Where(x => !x.IsGenerated)];
    }

    public string Table { get; }

    public IReadOnlyList<RowColumn> All { get; }

    public IReadOnlyList<RowColumn> Keys { get; }

    /// <summary>The columns of an insert: all but the one that the database numbers.</summary>
    public IReadOnlyList<RowColumn> Inserted { get; }

    /// <summary>The column that the database numbers; null: none.</summary>
    public RowColumn? Generated { get; }

    public static RowMap Of(HubDbContext context, Type row) => Maps.GetOrAdd((context.Model, row), static key => new RowMap(
        key.Model.FindEntityType(key.Row) ?? throw new InvalidOperationException($"{key.Row} is no row of the model.")));

    /// <summary>The columns' names, for a list.</summary>
    public static string Names(IEnumerable<RowColumn> columns) => string.Join(", ", columns.Select(x => x.Quoted));

    /// <summary>Whether a row of the table has the key that a source gives.</summary>
    public string HasKey(RowSource rows) => string.Join(" and ", Keys.Select(x => $"\"{Table}\".{x.Quoted} = {rows[x]}"));
}
