using System.Collections.Concurrent;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IntegrationHub.Storage.Rows;

/// <summary>How versions of one table's rows are kept, read from the model.</summary>
internal sealed class VersionMap
{
    private static readonly ConcurrentDictionary<(IModel Model, Type Row), VersionMap> Maps = new();

    private readonly string _table;
    private readonly string _conflict;
    private readonly IReadOnlyList<RowColumn> _others;

    private VersionMap(RowMap row, RowMap version)
    {
        // A version may leave out what is no part of what is known, such as who stated it last.
        var kept = version.All.Select(x => x.Name).ToHashSet();
        Columns = [.. row.All.Where(x => kept.Contains(x.Name))];
        _others = [.. Columns.Where(x => !x.IsKey)];
        _table = $"\"{version.Table}\"";
        _conflict = RowMap.Names(version.Keys);
    }

    /// <summary>The row's columns that are kept.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <param name="row">The type of the row.</param>
    /// <param name="version">The type of its versions, an <see cref="IVersionRow"/>.</param>
    public static VersionMap Of(HubDbContext context, Type row, Type version) =>
        Maps.GetOrAdd((context.Model, row), _ => new VersionMap(RowMap.Of(context, row), RowMap.Of(context, version)));

    /// <summary>Closes the version that stands of a row.</summary>
    public string Close(RowSource row) => $"update {_table} set known_to = {row.Extra}{row.From} where {IsStanding(row)}";

    /// <summary>Closes a version that says something else than the row.</summary>
    public string CloseChanged(RowSource row) => _others.Count == 0
        ? $"{Close(row)} and not true"
        : $"{Close(row)} and not ({string.Join(" and ", _others.Select(x => $"{_table}.{x.Quoted} is not distinct from {row[x]}"))})";

    /// <summary>Opens a version where none stands; one of the same change is written over.</summary>
    public string Open(RowSource row) =>
        $"insert into {_table} ({RowMap.Names(Columns)}, known_from) "
        + row.Select(Columns, $"not exists (select 1 from {_table} where {IsStanding(row)})")
        + $" on conflict ({_conflict}) do update set known_to = null"
        + string.Concat(_others.Select(x => $", {x.Quoted} = excluded.{x.Quoted}"));

    private string IsStanding(RowSource row) =>
        string.Join(" and ", Columns.Where(x => x.IsKey).Select(x => $"{_table}.{x.Quoted} = {row[x]}")) + $" and {_table}.known_to is null";
}
