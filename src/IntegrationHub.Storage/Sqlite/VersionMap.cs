using System.Collections.Concurrent;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>How versions of one table's rows are kept, read from the model.</summary>
internal sealed class VersionMap
{
    /// <summary>The parameter of the position, beside those of the columns.</summary>
    public const string Position = "$position";

    private static readonly ConcurrentDictionary<Type, VersionMap> Maps = new();

    private VersionMap(RowMap row, RowMap version)
    {
        // A version may leave out what is no part of what is known, such as who stated it last.
        var kept = version.All.Select(x => x.Name).ToHashSet();
        Columns = [.. row.All.Where(x => kept.Contains(x.Name))];
        var key = string.Join(" and ", Columns.Where(x => x.IsKey).Select(x => $"{x.Quoted} = {x.Parameter}"));
        var others = Columns.Where(x => !x.IsKey).ToList();
        var same = others.Count == 0 ? "1" : string.Join(" and ", others.Select(x => $"{x.Quoted} is {x.Parameter}"));
        var conflict = string.Join(", ", version.All.Where(x => x.IsKey).Select(x => x.Quoted));
        CloseText = $"update \"{version.Table}\" set known_to = {Position} where {key} and known_to is null";
        CloseChangedText = $"{CloseText} and not ({same})";
        OpenText = $"insert into \"{version.Table}\" ({string.Join(", ", Columns.Select(x => x.Quoted))}, known_from) "
            + $"select {string.Join(", ", Columns.Select(x => x.Parameter))}, {Position} "
            + $"where not exists (select 1 from \"{version.Table}\" where {key} and known_to is null) "
            + $"on conflict ({conflict}) do update set known_to = null"
            + string.Concat(others.Select(x => $", {x.Quoted} = excluded.{x.Quoted}"));
    }

    /// <summary>The row's columns that are kept.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    public string CloseText { get; }

    /// <summary>Closes a version that says something else than the row.</summary>
    public string CloseChangedText { get; }

    /// <summary>Opens a version where none stands; one of the same change is written over.</summary>
    public string OpenText { get; }

    /// <param name="row">The type of the row.</param>
    /// <param name="version">The type of its versions, an <see cref="IVersionRow"/>.</param>
    public static VersionMap Of(HubDbContext context, Type row, Type version) =>
        Maps.GetOrAdd(row, _ => new VersionMap(RowMap.Of(context, row), RowMap.Of(context, version)));
}
