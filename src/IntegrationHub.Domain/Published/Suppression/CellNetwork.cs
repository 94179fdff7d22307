namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>The lines of a table, joined by the cells that stand in them.</summary>
/// <remarks>
/// Each line says that what enters it also leaves it: its parts enter and its total leaves, or the other way round. A withheld cell can have
/// another value than it has when there is a circuit of withheld cells through it which can all move by one, up or down as the circuit
/// goes, without any line noticing, and without a cell that is known to hold somebody becoming nought. That is all that whole numbers allow:
/// without such a circuit the value can be worked out.
/// </remarks>
internal sealed class CellNetwork(int lines)
{
    private readonly List<Cell> _cells = [];
    private readonly List<bool> _withheld = [];
    private readonly List<int>[] _cellsOfLine = [.. Enumerable.Range(0, lines).Select(_ => new List<int>())];

    public IReadOnlyList<Cell> Cells => _cells;

    public int Add(Cell cell, bool withheld)
    {
        _cellsOfLine[cell.From].Add(_cells.Count);
        _cellsOfLine[cell.To].Add(_cells.Count);
        _cells.Add(cell);
        _withheld.Add(withheld);
        return _cells.Count - 1;
    }

    public bool IsWithheld(int cell) => _withheld[cell];

    public void Withhold(int cell) => _withheld[cell] = true;

    /// <summary>Withholds the cheapest cells that let a withheld one move. Where none do, nothing can be done for it.</summary>
    public void LetMove(int cell)
    {
        (int from, int to, CountCell count, _, _) = _cells[cell];
        CellPath? up = count.CanRise ? Cheapest(to, from, x => x != cell) : null;
        CellPath? down = count.CanFall ? Cheapest(from, to, x => x != cell) : null;
        Withhold(up is null || down?.Cost < up.Cost ? down : up);
    }

    /// <summary>Withholds the cheapest cells, totals apart, that let one line lose what another gains, and the other way round.</summary>
    public void Join(int line, int other)
    {
        Withhold(Cheapest(line, other, cell => !_cells[cell].IsSettled));
        Withhold(Cheapest(other, line, cell => !_cells[cell].IsSettled));
    }

    private void Withhold(CellPath? path)
    {
        for (; path is not null; path = path.Before)
            _withheld[path.Cell] = true;
    }

    private CellPath? Cheapest(int from, int to, Predicate<int> mayBeUsed)
    {
        Dictionary<int, CellPath?> best = [];
        // Of equal costs the lower line goes first: the same table is always withheld in the same way.
        PriorityQueue<(int Line, CellPath? Path), (long, int)> open = new([((from, null), (0, from))]);
        while (open.TryDequeue(out (int Line, CellPath? Path) next, out _))
        {
            if (!best.TryAdd(next.Line, next.Path))
                continue;
            if (next.Line == to)
                return next.Path;
            foreach (int cell in _cellsOfLine[next.Line].Where(x => mayBeUsed(x)))
            {
                if (FarEnd(cell, next.Line) is not { } far || best.ContainsKey(far))
                    continue;
                long cost = (next.Path?.Cost ?? 0) + (_withheld[cell] ? 0 : _cells[cell].Cost);
                open.Enqueue((far, new CellPath(cell, cost, next.Path)), (cost, far));
            }
        }

        return null;
    }

    private int? FarEnd(int cell, int line)
    {
        (int from, int to, CountCell count, _, bool isSettled) = _cells[cell];
        // What is shown as a list cannot be taken back in a table.
        if (isSettled && !_withheld[cell])
            return null;
        if (from == line && count.CanRise)
            return to;
        return to == line && count.CanFall ? from : null;
    }

    /// <summary>A way from line to line, told from its end.</summary>
    private sealed record CellPath(int Cell, long Cost, CellPath? Before);
}
