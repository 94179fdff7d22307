using IntegrationHub.Domain.Published.Suppression;

namespace IntegrationHub.Domain.Tests.Published;

/// <summary>Lists and tables of plain counts, added up, and what is withheld of them.</summary>
internal static class Suppressed
{
    /// <summary>A list has one column, number 0, and its total past the last row.</summary>
    public static SuppressedCounts List(IReadOnlyList<long> counts, SmallNumbers small, Func<int, bool>? must = null) => SuppressedCounts.Of(
        new CountTable(new int?[counts.Count], 0, (row, _) => row == counts.Count
            ? new CountCell(counts.Sum())
            : new CountCell(counts[row], MustBeWithheld: counts[row] > 0 && must?.Invoke(row) == true)),
        small);

    /// <summary>A list of how many of each group are something.</summary>
    public static SuppressedCounts List(IReadOnlyList<(long Count, long Of)> groups, SmallNumbers small) => SuppressedCounts.Of(
        new CountTable(new int?[groups.Count], 0, (row, _) => row == groups.Count
            ? new CountCell(groups.Sum(x => x.Count), groups.Sum(x => x.Of))
            : new CountCell(groups[row].Count, groups[row].Of)),
        small);

    /// <summary>Totals are past the last row and column.</summary>
    public static SuppressedCounts Table(long[,] counts, SmallNumbers small, Func<int, int, bool>? must = null)
    {
        (int rows, int columns) = (counts.GetLength(0), counts.GetLength(1));
        return SuppressedCounts.Of(new CountTable(new int?[rows], columns, CellOf), small);

        CountCell CellOf(int row, int column)
        {
            if (row < rows && column < columns)
                return new CountCell(counts[row, column], MustBeWithheld: counts[row, column] > 0 && must?.Invoke(row, column) == true);
            return new CountCell(Enumerable.Range(0, rows).Where(x => row == rows || x == row)
                .Sum(x => Enumerable.Range(0, columns).Where(y => column == columns || y == column).Sum(y => counts[x, y])));
        }
    }
}
