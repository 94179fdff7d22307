namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>A table as a network, with all its lines: those of rows, of columns, and of subtotals.</summary>
internal sealed class TableNetwork
{
    // Rather many counts than a nought, and rather all noughts than a total.
    private const long Nought = 1L << 32;
    private const long Total = 1L << 48;

    private readonly CountTable _table;
    private readonly int[,] _numbers;
    private readonly bool _isList;

    /// <param name="table">The counts.</param>
    /// <param name="small">What is too small.</param>
    /// <param name="isSettled">Whether a cell's fate is decided already: withheld or shown; null where it is not.</param>
    public TableNetwork(CountTable table, SmallNumbers small, Func<int, int, bool?> isSettled)
    {
        _table = table;
        _isList = table.Columns == 0;
        _numbers = new int[table.TotalRow + 1, table.Columns + 1];
        Network = new CellNetwork(FirstOfColumn(table.Columns + 1));
        for (int row = 0; row <= table.TotalRow; row++)
        {
            for (int column = 0; column <= table.Columns; column++)
            {
                bool? settled = isSettled(row, column);
                Cell cell = CellAt(row, column, isSettled: settled is not null);
                _numbers[row, column] = Network.Add(cell, settled ?? cell.Count.IsDisclosive(small));
            }
        }
    }

    public CellNetwork Network { get; }

    public int this[int row, int column] => _numbers[row, column];

    /// <summary>The line of a row that is no sum of others.</summary>
    public static int LineOfRow(int row) => row;

    /// <summary>The line by which a column adds up to its total.</summary>
    public int LineOfColumn(int column) => FirstOfColumn(column) + _table.Subtotals;

    /// <summary>Whatever somebody can add up from what is published: down the columns, in both ways where there are subtotals, and along rows.</summary>
    public IEnumerable<CellLine> Lines()
    {
        List<int> all = [.. Enumerable.Range(0, _table.TotalRow)];
        for (int column = 0; column <= _table.Columns; column++)
        {
            yield return Down(column, _table.TotalRow, all.Where(x => x < _table.Rows));
            for (int whole = _table.Rows; whole <= _table.TotalRow && _table.Subtotals > 0; whole++)
                yield return Down(column, whole, all.Where(x => _table.WholeOf(x) == whole));
        }

        for (int row = 0; row <= _table.TotalRow && !_isList; row++)
            yield return new CellLine(this[row, _table.Columns], [.. Enumerable.Range(0, _table.Columns).Select(x => this[row, x])]);
    }

    private CellLine Down(int column, int whole, IEnumerable<int> parts) => new(this[whole, column], [.. parts.Select(x => this[x, column])]);

    // Lines are numbered: rows, the total row, then for each column and the total column its subtotals and its total. The lines of the
    // rows that are subtotals follow from these.
    private int FirstOfColumn(int column) => _table.Rows + 1 + (column * (_table.Subtotals + 1));

    private Cell CellAt(int row, int column, bool isSettled)
    {
        CountCell count = _table[row, column];
        bool isMargin = column == _table.Columns;
        bool isWhole = row == _table.TotalRow;
        int inner = row >= _table.Rows ? LineOfSum(row, column) : _isList ? _table.Rows : row;
        int outer = isWhole ? _table.Rows : LineOfSum(_table.WholeOf(row), column);
        // Down the total column parts enter their line and sums leave it; down the others it is the other way round. So each cell leaves one
        // line and enters another. In a list all rows share the line of the total row, which then says nothing.
        long cost = (isWhole && _isList ? Total : 0) + (count.Count == 0 ? Nought : count.Count);
        (int from, int to) = isMargin ? (inner, outer) : (outer, inner);
        return new Cell(from, to, count, cost, isSettled);
    }

    private int LineOfSum(int row, int column) => FirstOfColumn(column) + row - _table.Rows;
}
