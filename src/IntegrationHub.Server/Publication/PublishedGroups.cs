using IntegrationHub.Domain.Published.Suppression;

namespace IntegrationHub.Server.Publication;

/// <summary>Groups of children that are to be published, by one grouping or by two, with everything that they add up to.</summary>
/// <typeparam name="T">What is known of a group.</typeparam>
internal sealed class PublishedGroups<T>
    where T : class
{
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int> _columns;
    private readonly int?[] _subtotals;
    private readonly T?[,] _groups;

    /// <param name="groups">The groups, each once.</param>
    /// <param name="rowOf">What its row is called.</param>
    /// <param name="columnOf">What its column is called; null where there is one grouping.</param>
    /// <param name="subtotalOf">What a row's subtotal is called; null for a row that has none.</param>
    /// <param name="together">Two groups as one.</param>
    public PublishedGroups(
        IReadOnlyList<T> groups, Func<T, string> rowOf, Func<T, string>? columnOf, Func<string, string?> subtotalOf, Func<T, T, T> together)
    {
        _rows = Numbered(groups.Select(rowOf), 0);
        _columns = columnOf is null ? [] : Numbered(groups.Select(columnOf), 0);
        var rows = _rows.Count;
        var subtotals = Numbered(_rows.Keys.Select(subtotalOf).OfType<string>(), rows);
        _subtotals = [.. _rows.Keys.Select(row => subtotalOf(row) is { } subtotal ? subtotals[subtotal] - rows : (int?)null)];
        foreach (var (subtotal, row) in subtotals)
            _rows.Add(subtotal, row);
        _groups = new T?[_rows.Count + 1, _columns.Count + 1];
        foreach (var group in groups)
        {
            var row = _rows[rowOf(group)];
            foreach (var place in (HashSet<int>)[row, _subtotals[row] + rows ?? row, _rows.Count])
            {
                foreach (var column in (HashSet<int>)[columnOf is null ? 0 : _columns[columnOf(group)], _columns.Count])
                    _groups[place, column] = _groups[place, column] is { } other ? together(other, group) : group;
            }
        }
    }

    /// <summary>Which counts are withheld, by row and column.</summary>
    public SuppressedCounts Withhold(SmallNumbers small, Func<T, (int Row, int Column), CountCell> countOf)
    {
        return SuppressedCounts.Of(new CountTable(_subtotals, _columns.Count, Cell), small);

        CountCell Cell(int row, int column) => _groups[row, column] is { } group ? countOf(group, (row, column)) : default;
    }

    /// <summary>The place of a row, or of a subtotal, in a column; null where there is one grouping.</summary>
    public (int Row, int Column) PlaceOf(string row, string? column) => (_rows[row], column is null ? 0 : _columns[column]);

    /// <summary>The place of the total.</summary>
    public (int Row, int Column) Total => (_rows.Count, _columns.Count);

    // In an order of their own, whatever order they come in: equal tables are decided equally.
    private static Dictionary<string, int> Numbered(IEnumerable<string> names, int from) =>
        names.Distinct().Order(StringComparer.Ordinal).Select((name, place) => (name, from + place)).ToDictionary();
}
