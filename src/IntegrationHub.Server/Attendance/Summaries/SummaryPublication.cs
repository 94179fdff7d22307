using IntegrationHub.Domain.Published.Suppression;
using IntegrationHub.Server.Publication;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Withholds what a published summary may not show.</summary>
/// <remarks>
/// Four tables are made safe: how many are counted, and how many of them are absent so much, three times. Where the count is withheld, all
/// of the row is. A row that rests on one school tells of that school, as the Department holds; a summary about schools may.
/// </remarks>
internal sealed class SummaryPublication(SummaryRequest request, SmallNumbers small)
{
    private readonly SummaryGrouping _first = SummaryNesting.FinestOf(request.Grouping);
    private readonly SummaryGrouping _second = SummaryNesting.FinestOf(request.SecondGrouping);

    // One finest grouping of all children is a list, also where it is asked for beside itself.
    private bool IsList => _second == SummaryGrouping.Total || _second == _first;

    // Subtotals are the rows'; else whichever comes first in the list of groupings. Asked for in either order, a table is decided in one.
    private bool IsTurned => !IsList && (_second == SummaryGrouping.SenProvision || (_first != SummaryGrouping.SenProvision && _second < _first));

    /// <param name="rows">By the finest groupings, in order.</param>
    /// <param name="seconds">Groups of the second one, in order.</param>
    /// <returns>By the groupings asked for, in order.</returns>
    public IReadOnlyList<SummaryRow> Withhold(IReadOnlyList<SummaryRow> rows, IReadOnlyList<string> seconds)
    {
        var groups = new PublishedGroups<SummaryRow>(
            rows, IsTurned ? x => x.SecondGroup : x => x.Group, IsList ? null : IsTurned ? x => x.Group : x => x.SecondGroup,
            group => SummaryNesting.SubtotalOf(IsTurned ? _second : _first, group), (one, other) => one + other);
        var shown = ShownOf(groups);
        var asked =
            from row in rows
            group row by (First: SummaryNesting.NameIn(request.Grouping, row.Group), Second: SummaryNesting.NameIn(request.SecondGrouping, row.SecondGroup)) into same
            select same.Aggregate((one, other) => one + other) with { Group = same.Key.First, SecondGroup = same.Key.Second };
        var firsts = rows.Select(x => SummaryNesting.NameIn(request.Grouping, x.Group)).Distinct().ToList();
        var inOrder = seconds.Select(x => SummaryNesting.NameIn(request.SecondGrouping, x)).Distinct().ToList();
        return [.. asked.OrderBy(x => firsts.IndexOf(x.Group)).ThenBy(x => inOrder.IndexOf(x.SecondGroup)).Select(x => shown(x, PlaceOf(groups, x)))];
    }

    private (int Row, int Column) PlaceOf(PublishedGroups<SummaryRow> groups, SummaryRow row)
    {
        var first = SummaryNesting.PlaceOf(request.Grouping, row.Group);
        if (IsList)
            return groups.PlaceOf(_first == _second && request.Grouping == SummaryGrouping.Ehcp ? row.SecondGroup : first, null);
        var second = SummaryNesting.PlaceOf(request.SecondGrouping, row.SecondGroup);
        return IsTurned ? groups.PlaceOf(second, first) : groups.PlaceOf(first, second);
    }

    private Func<SummaryRow, (int Row, int Column), SummaryRow> ShownOf(PublishedGroups<SummaryRow> groups)
    {
        var whole = groups.Withhold(small, (x, _) => new(x.Counted, MustBeWithheld: RestsOnOneSchool(x)));
        var persistent = Cohort(x => x.Persistent, []);
        var severe = Cohort(x => x.Severe, [(x => x.Persistent, persistent)]);
        var chronic = Cohort(x => x.Chronic, [(x => x.Persistent, persistent), (x => x.Severe, severe)]);
        return (row, at) => row with
        {
            IsWithheld = whole[at.Row, at.Column],
            Persistent = row.Persistent with { IsWithheld = persistent[at.Row, at.Column] },
            Severe = row.Severe with { IsWithheld = severe[at.Row, at.Column] },
            Chronic = row.Chronic with { IsWithheld = chronic[at.Row, at.Column] },
        };

        SuppressedCounts Cohort(
            Func<SummaryRow, SummaryCohort> of, (Func<SummaryRow, SummaryCohort> Of, SuppressedCounts Withheld)[] around) => groups.Withhold(small, (x, at) =>
        {
            var (count, isWithheld) = (of(x).Count, whole[at.Row, at.Column]);
            var larger = around.Select(y => (y.Of(x).Count, IsWithheld: y.Withheld[at.Row, at.Column])).ToList();
            // Few who are in a larger cohort and not in this one would follow from both. Of two equal ones this one would tell of the other.
            var must = isWithheld || larger.Any(y => (count > 0 && small.Includes(y.Count - count)) || (y.IsWithheld && y.Count == count));
            return new(count, x.Counted, isWithheld, must, larger.Where(y => !y.IsWithheld).Min(y => (long?)y.Count));
        });
    }

    private bool RestsOnOneSchool(SummaryRow row) => !request.IsAboutSchools && row.Counted > 0 && row.Schools.Count == 1;
}
