namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>How far a sum of free numbers can go up or down from nought while none of the bounds is broken.</summary>
internal sealed class Simplex
{
    private const double Nothing = 1e-9;

    private readonly double[][] _table;
    private readonly int[] _basis;
    private readonly int _free;

    /// <param name="bounds">Sums of the free numbers, and how far below nought each may go.</param>
    /// <param name="aim">The sum that is to go far.</param>
    /// <param name="way">1: up. -1: down.</param>
    public Simplex(List<(double[] Row, double Room)> bounds, double[] aim, int way)
    {
        // Each free number is the difference of two that are not negative; each bound has a slack; the last column is the room.
        _free = aim.Length;
        var columns = (2 * _free) + bounds.Count + 1;
        _table = [.. bounds.Select((x, place) => Line(x.Row, columns, -1, (2 * _free) + place, x.Room)), Line(aim, columns, -way, -1, 0)];
        _basis = [.. Enumerable.Range(2 * _free, bounds.Count)];
    }

    /// <summary>The free numbers where the aim is farthest; far enough where it knows no end.</summary>
    public double[] Run()
    {
        var aim = _table[^1];
        while (Array.FindIndex(aim, 0, aim.Length - 1, x => x < -Nothing) is >= 0 and var column)
        {
            var pivot = -1;
            for (var row = 0; row < _basis.Length; row++)
            {
                if (_table[row][column] > Nothing && (pivot < 0 || IsTighter(row, pivot, column)))
                    pivot = row;
            }
            if (pivot < 0)
                return Numbers(column, 2 / -aim[column]);
            Pivot(pivot, column);
        }
        return Numbers(column: -1, 0);
    }

    private static double[] Line(double[] row, int columns, int sign, int slack, double room)
    {
        var line = new double[columns];
        for (var i = 0; i < row.Length; i++)
            (line[2 * i], line[(2 * i) + 1]) = (sign * row[i], -sign * row[i]);
        if (slack >= 0)
            line[slack] = 1;
        line[^1] = room;
        return line;
    }

    private bool IsTighter(int row, int pivot, int column)
    {
        var (one, other) = (_table[row][^1] / _table[row][column], _table[pivot][^1] / _table[pivot][column]);
        return one < other - Nothing || (one < other + Nothing && _basis[row] < _basis[pivot]);
    }

    private void Pivot(int pivot, int column)
    {
        var by = _table[pivot][column];
        for (var i = 0; i < _table[pivot].Length; i++)
            _table[pivot][i] /= by;
        for (var row = 0; row < _table.Length; row++)
        {
            var times = _table[row][column];
            for (var i = 0; row != pivot && times != 0 && i < _table[row].Length; i++)
                _table[row][i] -= times * _table[pivot][i];
        }
        _basis[pivot] = column;
    }

    // A column without an end may be followed as far as one likes.
    private double[] Numbers(int column, double far)
    {
        var values = new double[_table[0].Length];
        for (var row = 0; row < _basis.Length; row++)
            values[_basis[row]] = _table[row][^1] - (column < 0 ? 0 : far * _table[row][column]);
        if (column >= 0)
            values[column] += far;
        return [.. Enumerable.Range(0, _free).Select(x => values[2 * x] - values[(2 * x) + 1])];
    }
}
