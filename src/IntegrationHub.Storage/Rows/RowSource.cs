namespace IntegrationHub.Storage.Rows;

/// <summary>
/// Where a statement over rows has their values from: SQLite from one row's parameters, PostgreSQL from an array for each column, so
/// that a thousand rows are one statement.
/// </summary>
internal sealed class RowSource
{
    private readonly Dictionary<RowColumn, string> _values = [];
    private readonly string? _arrays;

    public RowSource(IReadOnlyList<RowColumn> columns, bool byArrays)
    {
        for (var i = 0; i < columns.Count; i++)
            _values[columns[i]] = byArrays ? $"v.{columns[i].Quoted}" : $"${i + 1}";
        Extra = $"${columns.Count + 1}";
        if (byArrays)
            _arrays = $"unnest({string.Join(", ", columns.Select((x, i) => $"${i + 1}::{x.StoreType}[]"))}) as v({RowMap.Names(columns)})";
    }

    /// <summary>The value of a column.</summary>
    public string this[RowColumn column] => _values[column];

    /// <summary>The parameter beside those of the columns.</summary>
    public string Extra { get; }

    /// <summary>What an update is made from.</summary>
    public string From => _arrays is null ? "" : $" from {_arrays}";

    /// <summary>What a deletion goes by.</summary>
    public string Using => _arrays is null ? "" : $" using {_arrays}";

    /// <summary>Rows to insert.</summary>
    public string Values(IEnumerable<RowColumn> columns) =>
        _arrays is null ? $"values ({List(columns)})" : $"select {List(columns)} from {_arrays}";

    /// <summary>Rows to insert on a condition, each with the parameter beside them.</summary>
    public string Select(IEnumerable<RowColumn> columns, string condition) => $"select {List(columns)}, {Extra}{From} where {condition}";

    private string List(IEnumerable<RowColumn> columns) => string.Join(", ", columns.Select(x => this[x]));
}
