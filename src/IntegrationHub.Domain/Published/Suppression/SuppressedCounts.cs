namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>
/// Which cells of a table of counts are withheld, so that none of those can be worked out from the ones shown and the totals.
/// </summary>
/// <remarks>
/// <para>
/// Small cells are withheld first, and those that a caller says must be (a phase that rests on one school). Totals are cells as well: a
/// total of three is withheld like any three. Then, wherever one could still be worked out, the smallest cell is withheld that stands in
/// the way, and so on until none can be: at least two in every row and column that has any. Zeros are always shown. A total is withheld
/// only where no other cell is left to take.
/// </para>
/// <para>
/// Totals count as shown whether or not the same page shows them, since another will. What is protected is one table: two tables of
/// slightly different children, such as those of two windows a day apart, can still be subtracted from each other. Whoever publishes must
/// not publish both.
/// </para>
/// </remarks>
public sealed class SuppressedCounts
{
    private readonly bool[,] _withheld;

    private SuppressedCounts(bool[,] withheld) => _withheld = withheld;

    /// <summary>Whether a cell is withheld. One past the last row or column is the total.</summary>
    public bool this[int row, int column] => _withheld[row, column];

    /// <summary>A list of counts with one total. It has one column, number 0.</summary>
    /// <param name="counts">The counts, none negative.</param>
    /// <param name="small">What is too small.</param>
    /// <param name="mustBeWithheld">Whether a cell is withheld however large it is.</param>
    public static SuppressedCounts OfList(IReadOnlyList<long> counts, SmallNumbers small, Func<int, bool>? mustBeWithheld = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        long[,] cells = new long[counts.Count + 1, 1];
        for (int row = 0; row < counts.Count; row++)
        {
            cells[row, 0] = counts[row];
            cells[counts.Count, 0] += counts[row];
        }

        // Two lines: the list, and one that stands for the rows, which add up to nothing.
        return Withhold(cells, small, (row, _) => row < counts.Count && mustBeWithheld?.Invoke(row) == true, (_, _) => (0, 1), lines: 2);
    }

    /// <summary>A table of counts with a total for each row and column, and one of all.</summary>
    /// <param name="counts">The counts by row and column, none negative.</param>
    /// <param name="small">What is too small.</param>
    /// <param name="mustBeWithheld">Whether a cell, by row and column, is withheld however large it is.</param>
    public static SuppressedCounts OfTable(long[,] counts, SmallNumbers small, Func<int, int, bool>? mustBeWithheld = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        (int rows, int columns) = (counts.GetLength(0), counts.GetLength(1));
        long[,] cells = new long[rows + 1, columns + 1];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                cells[row, column] = counts[row, column];
                cells[row, columns] += counts[row, column];
                cells[rows, column] += counts[row, column];
                cells[rows, columns] += counts[row, column];
            }
        }

        return Withhold(
            cells,
            small,
            (row, column) => row < rows && column < columns && mustBeWithheld?.Invoke(row, column) == true,
            (row, column) => (row, rows + 1 + column),
            lines: rows + 1 + columns + 1);
    }

    private static SuppressedCounts Withhold(
        long[,] cells, SmallNumbers small, Func<int, int, bool> must, Func<int, int, (int One, int Other)> linesOf, int lines)
    {
        (int rows, int columns) = (cells.GetLength(0), cells.GetLength(1));
        CellGraph graph = new(lines);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                bool total = row == rows - 1 || (columns > 1 && column == columns - 1);
                (int one, int other) = linesOf(row, column);
                long count = cells[row, column];
                graph.Add(new Cell(one, other, count, total), withheld: small.Includes(count) || (count > 0 && must(row, column)));
            }
        }

        graph.Protect();
        bool[,] withheld = new bool[rows, columns];
        for (int cell = 0; cell < rows * columns; cell++)
            withheld[cell / columns, cell % columns] = graph.IsWithheld(cell);
        return new SuppressedCounts(withheld);
    }
}
