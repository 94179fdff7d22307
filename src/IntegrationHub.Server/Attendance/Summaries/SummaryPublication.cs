using IntegrationHub.Domain.Published.Suppression;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Withholds what a published summary may not show.</summary>
/// <remarks>
/// Four tables are made safe: how many are counted, and how many of them are absent so much, three times. Where the count is withheld, all
/// of the row is. A row that rests on one school tells of that school, as the Department holds; a summary by school is about schools and
/// may.
/// </remarks>
internal static class SummaryPublication
{
    public static IReadOnlyList<SummaryRow> Withhold(IReadOnlyList<SummaryRow> rows, SummaryRequest request, SmallNumbers small)
    {
        var places = new Places(rows, request.SecondGrouping != SummaryGrouping.Total);
        var whole = places.Withheld(x => x.Counted, (x, _) => !request.IsBySchool && x.Schools == 1, small);
        var persistent = places.Withheld(x => x.Persistent.Count, (_, row) => whole[row], small);
        var severe = places.Withheld(x => x.Severe.Count, (_, row) => whole[row], small);
        var chronic = places.Withheld(x => x.Chronic.Count, (_, row) => whole[row], small);
        return
        [
            .. rows.Select((x, row) => x with
            {
                IsWithheld = whole[row],
                Persistent = x.Persistent with { IsWithheld = whole[row] || persistent[row] },
                Severe = x.Severe with { IsWithheld = whole[row] || severe[row] },
                Chronic = x.Chronic with { IsWithheld = whole[row] || chronic[row] },
            }),
        ];
    }

    /// <summary>Where each row stands: in a list, or in a table of the first grouping by the second.</summary>
    private sealed class Places
    {
        private readonly IReadOnlyList<SummaryRow> _rows;
        private readonly bool _isTable;
        private readonly Dictionary<string, int> _firsts;
        private readonly Dictionary<string, int> _seconds;

        public Places(IReadOnlyList<SummaryRow> rows, bool isTable)
        {
            _rows = rows;
            _isTable = isTable;
            _firsts = Numbered(rows.Select(x => x.Group));
            _seconds = Numbered(rows.Select(x => x.SecondGroup));
        }

        public bool[] Withheld(Func<SummaryRow, int> countOf, Func<SummaryRow, int, bool> must, SmallNumbers small)
        {
            if (!_isTable)
            {
                var list = SuppressedCounts.OfList([.. _rows.Select(x => (long)countOf(x))], small, row => must(_rows[row], row));
                return [.. _rows.Select((_, row) => list[row, 0])];
            }
            var cells = new long[_firsts.Count, _seconds.Count];
            var musts = new bool[_firsts.Count, _seconds.Count];
            for (var row = 0; row < _rows.Count; row++)
            {
                var (first, second) = CellOf(_rows[row]);
                cells[first, second] = countOf(_rows[row]);
                musts[first, second] = must(_rows[row], row);
            }
            var table = SuppressedCounts.OfTable(cells, small, (first, second) => musts[first, second]);
            return [.. _rows.Select(CellOf).Select(cell => table[cell.First, cell.Second])];
        }

        private (int First, int Second) CellOf(SummaryRow row) => (_firsts[row.Group], _seconds[row.SecondGroup]);

        private static Dictionary<string, int> Numbered(IEnumerable<string> groups) =>
            groups.Distinct().Select((group, place) => (group, place)).ToDictionary();
    }
}
