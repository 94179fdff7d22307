namespace IntegrationHub.Server.Tables;

/// <summary>Writes the value that a row has in a column: one call of the line, no more and no less.</summary>
public delegate void ColumnWriter<TRow>(CsvLines line, in TRow row);

/// <summary>A column, declared once: what describes it and what writes it stand together.</summary>
/// <param name="About">What it is.</param>
/// <param name="Write">Writes a row's value.</param>
public sealed record Column<TRow>(ColumnDescription About, ColumnWriter<TRow> Write);

/// <summary>Columns of a kind of row, in order.</summary>
public static class Columns
{
    /// <summary>Those that a form has.</summary>
    public static IReadOnlyList<Column<TRow>> In<TRow>(this IEnumerable<Column<TRow>> columns, ColumnForms form) =>
        [.. columns.Where(x => (x.About.Forms & form) != 0)];

    /// <summary>Writes a row's values, without the line's end.</summary>
    public static void Write<TRow>(this IReadOnlyList<Column<TRow>> columns, CsvLines lines, in TRow row)
    {
        for (var i = 0; i < columns.Count; i++)
            columns[i].Write(lines, row);
    }

    /// <summary>The same columns for rows that hold such a row.</summary>
    public static IEnumerable<Column<TOuter>> Of<TOuter, TRow>(this IEnumerable<Column<TRow>> columns, Func<TOuter, TRow> inner) =>
        columns.Select(column => new Column<TOuter>(column.About, (CsvLines line, in TOuter row) => column.Write(line, inner(row))));
}
