namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>One cell: the two lines it stands in (a row and a column), its value, and whether it is a total.</summary>
internal readonly record struct Cell(int One, int Other, long Value, bool IsTotal);

/// <summary>The lines of a table, joined by the cells withheld in them.</summary>
/// <remarks>
/// Each line says that its cells add up to its total. Seen as a graph whose points are the lines and whose edges are the cells withheld, a
/// value can be worked out exactly when its edge is a bridge: when without it the graph falls apart, the lines of one part add up to that
/// one unknown. An edge on a circuit cannot, because the circuit's values can all be moved up and down in turn without any line noticing. A
/// line with a single withheld cell is the plainest bridge.
/// </remarks>
internal sealed class CellGraph(int lines)
{
    private readonly List<Cell> _cells = [];
    private readonly List<bool> _withheld = [];
    private readonly List<int>[] _cellsOfLine = [.. Enumerable.Range(0, lines).Select(_ => new List<int>())];

    public void Add(Cell cell, bool withheld)
    {
        _cellsOfLine[cell.One].Add(_cells.Count);
        _cellsOfLine[cell.Other].Add(_cells.Count);
        _cells.Add(cell);
        _withheld.Add(withheld);
    }

    public bool IsWithheld(int cell) => _withheld[cell];

    /// <summary>Withholds more cells until none of those withheld can be worked out.</summary>
    public void Protect()
    {
        while (FindBridge() is { } bridge)
        {
            if (Smallest(Lonely(bridge)) is not { } next)
                return;
            _withheld[next] = true;
        }
    }

    /// <summary>The cells that may be withheld to protect a bridge.</summary>
    private IEnumerable<int> Lonely(int bridge)
    {
        (int one, int other) = (_cells[bridge].One, _cells[bridge].Other);

        // A line where it is alone needs a second; else the two parts that it joins need another joint, or a way round through lines
        // untouched yet.
        foreach (int line in (int[])[one, other])
        {
            if (_cellsOfLine[line].Count(IsWithheld) == 1 && Open(_cellsOfLine[line]).Any())
                return Open(_cellsOfLine[line]);
        }

        HashSet<int> part = PartOf(one, without: bridge);
        HashSet<int> rest = PartOf(other, without: bridge);
        IEnumerable<int> joints = Open(part.SelectMany(line => _cellsOfLine[line])).Where(cell => rest.Contains(OtherEnd(cell, part)));
        return joints.Any() ? joints : Open(part.Concat(rest).SelectMany(line => _cellsOfLine[line]));
    }

    private IEnumerable<int> Open(IEnumerable<int> cells) => cells.Where(cell => !_withheld[cell] && _cells[cell].Value > 0);

    private int OtherEnd(int cell, HashSet<int> part) => part.Contains(_cells[cell].One) ? _cells[cell].Other : _cells[cell].One;

    private int? Smallest(IEnumerable<int> cells)
    {
        int? best = null;
        foreach (int cell in cells)
        {
            if (best is not { } so || Rank(cell).CompareTo(Rank(so)) < 0)
                best = cell;
        }

        return best;
    }

    private (bool, long, int) Rank(int cell) => (_cells[cell].IsTotal, _cells[cell].Value, cell);

    private HashSet<int> PartOf(int line, int without)
    {
        HashSet<int> part = [line];
        Stack<int> open = new([line]);
        while (open.TryPop(out int next))
        {
            foreach (int cell in _cellsOfLine[next])
            {
                if (!_withheld[cell] || cell == without)
                    continue;
                int far = _cells[cell].One == next ? _cells[cell].Other : _cells[cell].One;
                if (part.Add(far))
                    open.Push(far);
            }
        }

        return part;
    }

    // Walks each part once, in depth; a cell is a bridge when nothing beyond it leads back to where the walk had been before.
    private int? FindBridge()
    {
        int[] entered = new int[lines];
        int[] reaches = new int[lines];
        int time = 0;
        int? bridge = null;
        for (int line = 0; line < lines && bridge is null; line++)
        {
            if (entered[line] == 0)
                Walk(line, from: -1);
        }

        return bridge;

        void Walk(int line, int from)
        {
            entered[line] = reaches[line] = ++time;
            foreach (int cell in _cellsOfLine[line])
            {
                if (!_withheld[cell] || cell == from)
                    continue;
                int far = _cells[cell].One == line ? _cells[cell].Other : _cells[cell].One;
                if (entered[far] == 0)
                {
                    Walk(far, cell);
                    if (reaches[far] > entered[line])
                        bridge ??= cell;
                }

                reaches[line] = Math.Min(reaches[line], reaches[far]);
            }
        }
    }
}
