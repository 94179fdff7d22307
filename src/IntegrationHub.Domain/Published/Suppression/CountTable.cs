namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>Counts by row and column with the totals of both, some of the rows with a subtotal.</summary>
/// <remarks>
/// Rows are numbered from 0; after them come the subtotals, and then the total. After the columns comes their total; without any column
/// that total is all there is, and the table is a list. Subtotals are for a grouping that is a coarser one of the same children: NONE and
/// SUPPORT are together NO of those who have an EHCP. Then the rows, the subtotals and the rows without one are all published somewhere.
/// </remarks>
/// <param name="subtotalOfRow">For each row the number of its subtotal, counted from 0; null where it has none.</param>
/// <param name="columns">How many columns there are, without the total.</param>
/// <param name="cellOf">A count by row and column, subtotals and totals included.</param>
public sealed class CountTable(IReadOnlyList<int?> subtotalOfRow, int columns, Func<int, int, CountCell> cellOf)
{
    /// <summary>How many rows there are, without subtotals and total.</summary>
    public int Rows { get; } = subtotalOfRow.Count;

    /// <summary>How many columns, without the total.</summary>
    public int Columns { get; } = columns;

    /// <summary>How many subtotals.</summary>
    public int Subtotals { get; } = subtotalOfRow.Max().GetValueOrDefault(-1) + 1;

    /// <summary>The number of the row that is the total.</summary>
    public int TotalRow => Rows + Subtotals;

    /// <summary>A count.</summary>
    public CountCell this[int row, int column] => cellOf(row, column);

    /// <summary>The row that a row, or a subtotal, is part of; itself where it is the total.</summary>
    public int WholeOf(int row) => row < Rows && subtotalOfRow[row] is { } subtotal ? Rows + subtotal : TotalRow;

    internal CountTable RowTotals() => new(subtotalOfRow, 0, (row, _) => cellOf(row, Columns));

    internal CountTable ColumnTotals() => new(new int?[Columns], 0, (column, _) => cellOf(TotalRow, column));
}
