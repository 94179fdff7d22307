using System.Globalization;
using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Compares one table of two attached databases, each row through the other's key.</summary>
internal sealed class TableComparison(SqliteConnection connection, RowMap map, TableClass @class)
{
    public const string Before = "main";
    public const string After = "rebuilt";

    private readonly IReadOnlyList<RowColumn> _keys = [.. map.All.Where(x => x.IsKey)];
    private readonly IReadOnlyList<RowColumn> _values = [.. map.All.Where(x => !x.IsKey)];

    public TableDifference Compare(int examples)
    {
        var difference = new TableDifference
        {
            Table = map.Table,
            Class = @class,
            RowsBefore = Count($"select count(*) from {Before}.\"{map.Table}\""),
            RowsAfter = Count($"select count(*) from {After}.\"{map.Table}\""),
            OnlyBefore = CountOnly(Before, After),
            OnlyAfter = CountOnly(After, Before),
        };
        return difference.IsEqual || examples == 0 ? difference : difference with { Examples = [.. Examples().Take(examples)] };
    }

    private long CountOnly(string these, string those) => Count(
        $"select count(*) from {these}.\"{map.Table}\" o where not exists (select 1 from {those}.\"{map.Table}\" n where {SameKey} and {SameValues})");

    private IEnumerable<RowDifference> Examples() =>
        Rows(Before, After, $"n.{_keys[0].Quoted} is null or not ({SameValues})", RowDifferenceKind.OnlyBefore)
            .Concat(Rows(After, Before, $"n.{_keys[0].Quoted} is null", RowDifferenceKind.OnlyAfter));

    private IEnumerable<RowDifference> Rows(string these, string those, string which, RowDifferenceKind missing)
    {
        var numbers = _keys.Where(x => x.IsNumber).ToList();
        using var command = connection.CreateCommand();
        var columns = numbers.Select(x => $"o.{x.Quoted}")
            .Append($"n.{_keys[0].Quoted} is null")
            .Concat(_values.Select(x => $"n.{x.Quoted} is not o.{x.Quoted}"));
        command.CommandText =
            $"select {string.Join(", ", columns)} from {these}.\"{map.Table}\" o left join {those}.\"{map.Table}\" n on {SameKey} where {which}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var key = numbers.Select((x, i) => (x.Name, reader.GetInt64(i))).ToList();
            yield return reader.GetBoolean(numbers.Count)
                ? new(missing, key, [])
                : new(RowDifferenceKind.Changed, key, [.. _values.Where((_, i) => reader.GetBoolean(numbers.Count + 1 + i)).Select(x => x.Name)]);
        }
    }

    private string SameKey => string.Join(" and ", _keys.Select(x => $"n.{x.Quoted} = o.{x.Quoted}"));

    private string SameValues => _values.Count == 0 ? "true" : string.Join(" and ", _values.Select(x => $"n.{x.Quoted} is o.{x.Quoted}"));

    private long Count(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
