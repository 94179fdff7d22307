namespace IntegrationHub.Domain.Tests.Published;

/// <summary>
/// What a patient reader could work out of a published table: every line adds up to its total, and the withheld cells are the unknowns of
/// those equations. An unknown is found out when its value alone follows from them, which linear algebra decides.
/// </summary>
internal static class Derivation
{
    public static List<(int Row, int Column)> Of(Func<int, int, bool> isWithheld, int rows, int columns)
    {
        List<(int Row, int Column)> unknowns =
        [
            .. from row in Enumerable.Range(0, rows + 1)
               from column in Enumerable.Range(0, columns + 1)
               where isWithheld(row, column)
               select (row, column),
        ];
        List<double[]> lines =
        [
            .. Enumerable.Range(0, rows + 1).Select(row => unknowns.Select(cell => cell.Row == row ? Sign(cell.Column == columns) : 0).ToArray()),
            .. Enumerable.Range(0, columns + 1).Select(column => unknowns.Select(cell => cell.Column == column ? Sign(cell.Row == rows) : 0).ToArray()),
        ];
        if (unknowns.Count == 0)
            return [];
        int rank = Rank(lines);
        return [.. unknowns.Where((_, place) => Rank([.. lines, [.. unknowns.Select((_, other) => other == place ? 1.0 : 0.0)]]) == rank)];
    }

    private static double Sign(bool total) => total ? -1 : 1;

    private static int Rank(List<double[]> equations)
    {
        List<double[]> left = [.. equations.Select(line => line.ToArray())];
        int rank = 0;
        for (int unknown = 0; unknown < left[0].Length; unknown++)
        {
            int pivot = left.FindIndex(rank, line => Math.Abs(line[unknown]) > 1e-9);
            if (pivot < 0)
                continue;
            (left[rank], left[pivot]) = (left[pivot], left[rank]);
            foreach (double[] line in left.Skip(rank + 1))
            {
                double times = line[unknown] / left[rank][unknown];
                for (int place = 0; place < line.Length; place++)
                    line[place] -= times * left[rank][place];
            }

            rank++;
            if (rank == left.Count)
                break;
        }

        return rank;
    }
}
