using IntegrationHub.Domain.Published.Suppression;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Which figures of a summary may be shown. One past the last row is the total.</summary>
internal sealed class HealthShown
{
    private readonly bool[] _illness;
    private readonly bool[] _medical;

    private HealthShown(bool[] illness, bool[] medical) => (_illness, _medical) = (illness, medical);

    public bool Illness(int row) => _illness[row];

    public bool Medical(int row) => _medical[row];

    /// <summary>Everything: for those whose pupils they are.</summary>
    public static HealthShown All(HealthSummary summary) => new(Everything(summary), Everything(summary));

    /// <summary>
    /// What may be published: nothing that rests on few pupils, or from which such a figure could be worked out. How many were expected is
    /// shown all the same: the size of a school or year is public, and says nothing of anybody's health.
    /// </summary>
    public static HealthShown ForPublication(HealthSummary summary, SmallNumbers small) =>
        new(Publishable(summary, small, x => x.WithIllness), Publishable(summary, small, x => x.WithMedical));

    private static bool[] Everything(HealthSummary summary)
    {
        var shown = new bool[summary.Rows.Count + 1];
        Array.Fill(shown, true);
        return shown;
    }

    private static bool[] Publishable(HealthSummary summary, SmallNumbers small, Func<HealthTally, int> pupils)
    {
        var shown = Everything(summary);
        // One pupil is ill in several weeks: the total has a count of its own, and is not that of the rows together.
        shown[^1] = !small.Includes(pupils(summary.Total));
        var rows = summary.Rows.Select(x => (x.Group.Laestab ?? 0, Other: (x.Group.YearGroup, x.Group.Monday))).ToList();
        var schools = rows.Select(x => x.Item1).Distinct().ToList();
        var others = rows.Select(x => x.Other).Distinct().ToList();
        var counts = new long[schools.Count, others.Count];
        var cells = rows.ConvertAll(x => (Row: schools.IndexOf(x.Item1), Column: others.IndexOf(x.Other)));
        for (var i = 0; i < cells.Count; i++)
            counts[cells[i].Row, cells[i].Column] = pupils(summary.Rows[i].Tally);
        var withheld = Withheld(counts, small);
        for (var i = 0; i < cells.Count; i++)
            shown[i] = !withheld(cells[i].Row, cells[i].Column);
        shown[^1] &= !withheld(schools.Count, others.Count);
        return shown;
    }

    private static Func<int, int, bool> Withheld(long[,] counts, SmallNumbers small)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        if (rows > 1 && columns > 1)
        {
            var table = SuppressedCounts.OfTable(counts, small);
            return (row, column) => table[row, column];
        }
        var list = SuppressedCounts.OfList([.. counts.Cast<long>()], small);
        // A list lies along whichever side is longer; its total is past the end of both.
        return (row, column) => list[row == rows && column == columns ? rows * columns : row + column, 0];
    }
}
