namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>Withholds more of a table until none of what is withheld can be worked out.</summary>
internal sealed class Protection(TableNetwork table, SmallNumbers small)
{
    private readonly CellNetwork _network = table.Network;
    private readonly bool[] _moves = new bool[table.Network.Cells.Count];

    /// <summary>Withholds until every withheld cell can move, and no line tells of few children together.</summary>
    public void Run()
    {
        CellLine[] lines = [.. table.Lines()];
        do
        {
            LetAllMove();
        }
        while (lines.Any(Enlarge));
    }

    // What can move still can when more is withheld, so each cell is looked at once.
    private void LetAllMove()
    {
        while (Enumerable.Range(0, _moves.Length).FirstOrDefault(MustMove, -1) is >= 0 and int first)
        {
            for (int cell = first; cell < _moves.Length; cell++)
            {
                if (!MustMove(cell))
                    continue;
                _network.LetMove(cell);
                _moves[cell] = true;
            }
        }
    }

    private bool MustMove(int cell) => !_moves[cell] && _network.IsWithheld(cell) && _network.Cells[cell].Count.Count > 0;

    // The total less what is shown is what the withheld cells are together. Of few children it says as much as a small number would; so too
    // where few of all those children are not what is counted.
    private bool Enlarge(CellLine line)
    {
        if (_network.IsWithheld(line.Whole))
            return false;
        CountCell[] withheld = [.. line.Parts.Where(_network.IsWithheld).Select(CountOf)];
        Func<CountCell, bool>? wanted =
            small.Includes(withheld.Sum(x => x.Count)) ? x => x.Count > 0
            : small.Includes(withheld.Sum(x => x.Others ?? 0)) ? x => x.Others > 0
            : null;
        if (wanted is null)
            return false;
        int[] next = [.. line.Parts.Where(x => !_network.IsWithheld(x) && wanted(CountOf(x))).OrderBy(x => _network.Cells[x].Cost).Take(1)];
        if (next is not [var cell])
            return false;
        _network.Withhold(cell);
        return true;
    }

    private CountCell CountOf(int cell) => _network.Cells[cell].Count;
}
