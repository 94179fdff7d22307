namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>
/// Solves what was published for what was withheld: linear equations between whole numbers none of which is below what is known of it. An
/// unknown is found out when its least and its largest possible value have one whole number between them.
/// </summary>
/// <remarks>
/// The truth is one solution, so the search starts there and asks how far each unknown can move away from it: a linear program each, by the
/// simplex method with Bland's rule, which never circles.
/// </remarks>
internal sealed class Attacker
{
    private const double Nothing = 1e-7;

    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<(long Truth, long Least)> _unknowns = [];
    private readonly List<Dictionary<int, double>> _equations = [];

    public void Unknown(string name, long truth, long least)
    {
        truth.ShouldBeGreaterThanOrEqualTo(least, $"{name}: an attacker who believes something false proves nothing");
        if (_numbers.TryGetValue(name, out var known))
        {
            _unknowns[known] = (truth, Math.Max(least, _unknowns[known].Least));
            return;
        }
        _numbers.Add(name, _names.Count);
        _names.Add(name);
        _unknowns.Add((truth, least));
    }

    /// <summary>The terms, by their signs, are nought together once the known ones are taken off.</summary>
    public void Equation(IEnumerable<(string Name, int Sign)> terms)
    {
        var unknown = new Dictionary<int, double>();
        foreach (var (name, sign) in terms.Where(x => _numbers.ContainsKey(x.Name)))
            unknown[_numbers[name]] = unknown.GetValueOrDefault(_numbers[name]) + sign;
        if (unknown.Count > 0)
            _equations.Add(unknown);
    }

    /// <summary>What is found out.</summary>
    public List<string> Solve()
    {
        var rows = Reduced();
        var found = new List<string>();
        var moved = new bool[_names.Count];
        for (var unknown = 0; unknown < _names.Count; unknown++)
        {
            // A move that another search made serves as well.
            foreach (var way in (int[])[1, -1])
            {
                if (!moved[unknown])
                    Mark(moved, new Simplex(Bounds(rows), rows[unknown], way).Run(), rows);
            }
            if (!moved[unknown])
                found.Add(_names[unknown]);
        }
        return found;
    }

    // Each unknown as a sum of the free ones.
    private double[][] Reduced()
    {
        var pivots = new Dictionary<int, double[]>();
        foreach (var equation in _equations)
        {
            var line = new double[_names.Count];
            foreach (var (unknown, sign) in equation)
                line[unknown] = sign;
            foreach (var (pivot, known) in pivots)
                Subtract(line, known, line[pivot]);
            var next = Array.FindIndex(line, x => Math.Abs(x) > Nothing);
            if (next < 0)
                continue;
            line = [.. line.Select(x => x / line[next])];
            foreach (var known in pivots.Values)
                Subtract(known, line, known[next]);
            pivots[next] = line;
        }
        var free = Enumerable.Range(0, _names.Count).Where(x => !pivots.ContainsKey(x)).ToList();
        return [.. Enumerable.Range(0, _names.Count).Select(x => free.Select(y => pivots.TryGetValue(x, out var row) ? -row[y] : x == y ? 1.0 : 0).ToArray())];
    }

    private List<(double[] Row, double Room)> Bounds(double[][] rows) =>
        [.. rows.Select((row, unknown) => (row, (double)(_unknowns[unknown].Truth - _unknowns[unknown].Least)))];

    private static void Mark(bool[] moved, double[] free, double[][] rows)
    {
        for (var unknown = 0; unknown < rows.Length; unknown++)
            moved[unknown] |= Math.Abs(rows[unknown].Zip(free, (x, y) => x * y).Sum()) > 1 - Nothing;
    }

    private static void Subtract(double[] line, double[] other, double times)
    {
        for (var i = 0; times != 0 && i < line.Length; i++)
            line[i] -= times * other[i];
    }
}
