namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>
/// Which cells of a table of counts are withheld, so that none of those can be worked out from the ones shown and the totals.
/// </summary>
/// <remarks>
/// <para>
/// Small cells are withheld first, those whose complement is small (8 of 9: one is not), and those that a caller says must be (a phase that
/// rests on one school). Totals are cells as well: a total of three is withheld like any three. Then the smallest others that it takes are,
/// until every withheld cell could hold another whole number than it does and what a line withholds is together no small number. A nought
/// is withheld only where it stands for something (0 of 20) and no other cell is left to take.
/// </para>
/// <para>
/// The totals of a table are lists that are published too, each by itself. So the two lists are decided first, of nothing but themselves,
/// and the table within them: asked for the list or for the table, the answer is the same. What is withheld of a list is kept movable by
/// every table that it is the total of, so two tables do not tell together what neither tells.
/// </para>
/// <para>
/// A list's total is withheld besides only where nothing else helps: six groups of one child each are known from their total of six. A
/// table never takes back what its lists show, so what these and the missing groups tell alone (the only group of its row is the row) it
/// cannot keep. Two tables of slightly different children, such as those of two windows a day apart, can be subtracted from each other.
/// Whoever publishes must mind that.
/// </para>
/// </remarks>
public sealed class SuppressedCounts
{
    private readonly bool[,] _withheld;

    private SuppressedCounts(bool[,] withheld) => _withheld = withheld;

    /// <summary>Whether a cell is withheld, by its row and column in the table.</summary>
    public bool this[int row, int column] => _withheld[row, column];

    /// <summary>Decides what is withheld of a table, or of a list.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="small">What is too small.</param>
    public static SuppressedCounts Of(CountTable table, SmallNumbers small)
    {
        ArgumentNullException.ThrowIfNull(table);
        SuppressedCounts rowTotals = Alone(table.RowTotals(), small);
        if (table.Columns == 0)
            return rowTotals;

        SuppressedCounts columnTotals = Alone(table.ColumnTotals(), small);
        TableNetwork network = new(table, small, (row, column) => (row == table.TotalRow, column == table.Columns) switch
        {
            (true, true) => rowTotals[row, 0] || columnTotals[column, 0],
            (true, false) => columnTotals[column, 0],
            (false, true) => rowTotals[row, 0],
            _ => null,
        });
        foreach (IGrouping<int, int> rows in Enumerable.Range(0, table.Rows).Where(row => rowTotals[row, 0]).GroupBy(SharedWhole))
            Join(network.Network, [.. rows.Select(TableNetwork.LineOfRow)]);
        Join(network.Network, [.. Enumerable.Range(0, table.Columns).Where(column => columnTotals[column, 0]).Select(network.LineOfColumn)]);
        return Protected(network, table, small);

        // Rows of a subtotal that is shown can only exchange among themselves.
        int SharedWhole(int row) => rowTotals[table.WholeOf(row), 0] ? table.TotalRow : table.WholeOf(row);
    }

    private static SuppressedCounts Alone(CountTable list, SmallNumbers small) => Protected(new TableNetwork(list, small, (_, _) => null), list, small);

    // However the withheld totals of a list move among themselves, the table can follow.
    private static void Join(CellNetwork network, int[] lines)
    {
        for (int line = 1; line < lines.Length; line++)
            network.Join(lines[line - 1], lines[line]);
    }

    private static SuppressedCounts Protected(TableNetwork network, CountTable table, SmallNumbers small)
    {
        new Protection(network, small).Run();
        bool[,] withheld = new bool[table.TotalRow + 1, table.Columns + 1];
        for (int row = 0; row <= table.TotalRow; row++)
        {
            for (int column = 0; column <= table.Columns; column++)
                withheld[row, column] = network.Network.IsWithheld(network[row, column]);
        }

        return new SuppressedCounts(withheld);
    }
}
