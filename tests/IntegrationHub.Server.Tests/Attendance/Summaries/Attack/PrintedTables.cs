using IntegrationHub.Server.Attendance.Summaries;

namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>Which children a row is of; an empty word takes all. Those of NO are those of NONE and SUPPORT.</summary>
internal sealed record Place(string Sen, string Year, string Sex)
{
    /// <summary>It is of one grouping, or of none.</summary>
    public bool IsOfList => new[] { Sen, Year, Sex }.Count(x => x.Length > 0) < 2;
}

/// <summary>Several summaries of the same children as they were printed, and what whoever has them all knows to add up.</summary>
internal sealed class PrintedTables
{
    private static readonly (string Whole, string[] Parts)[] Provisions =
    [
        ("", ["EHCP", "NONE", "SUPPORT", "NOT_KNOWN"]), ("", ["EHCP", "NO", "NOT_KNOWN"]), ("NO", ["NONE", "SUPPORT"]),
    ];

    private readonly Dictionary<Place, SummaryRow> _rows = [];

    public PrintedTables(AttackedTown town, IEnumerable<(SummaryGrouping First, SummaryGrouping Second)> tables)
    {
        foreach (var (first, second) in tables)
        {
            foreach (var row in town.Publish(first, second))
                Add(PlaceOf((first, row.Group), (second, row.SecondGroup)), row);
        }
        foreach (var whole in _rows.Keys.ToList())
        {
            foreach (var parts in WaysToAddUpTo(whole).Select(x => x.Where(_rows.ContainsKey).ToList()))
            {
                // Where not all of the parts were printed they do not.
                if (parts.Count > 0 && parts.Sum(x => _rows[x].Counted) == _rows[whole].Counted)
                    Sums.Add((whole, parts));
            }
        }
    }

    private PrintedTables(List<(Place Whole, IReadOnlyList<Place> Parts)> sums) => Sums = sums;

    public IReadOnlyDictionary<Place, SummaryRow> Rows => _rows;

    public List<(Place Whole, IReadOnlyList<Place> Parts)> Sums { get; } = [];

    private IEnumerable<IEnumerable<Place>> WaysToAddUpTo(Place whole)
    {
        foreach (var (_, parts) in Provisions.Where(x => x.Whole == whole.Sen))
            yield return parts.Select(x => whole with { Sen = x });
        if (whole.Year.Length == 0)
            yield return _rows.Keys.Where(x => x.Year.Length > 0 && x with { Year = "" } == whole);
        if (whole.Sex.Length == 0)
            yield return _rows.Keys.Where(x => x.Sex.Length > 0 && x with { Sex = "" } == whole);
    }

    private static Place PlaceOf(params (SummaryGrouping Grouping, string Group)[] groups)
    {
        var place = new Place("", "", "");
        foreach (var (grouping, group) in groups)
        {
            place = grouping switch
            {
                SummaryGrouping.SenProvision => place with { Sen = group },
                SummaryGrouping.Ehcp when place.Sen.Length == 0 => place with { Sen = group == "YES" ? "EHCP" : group },
                SummaryGrouping.YearGroup => place with { Year = group },
                SummaryGrouping.Sex => place with { Sex = group },
                _ => place,
            };
        }
        return place;
    }

    /// <summary>The same with nothing of any table shown: what the lists tell even so no table can keep back.</summary>
    /// <param name="butCounts">The tables do show how many are counted.</param>
    public PrintedTables ListsAlone(bool butCounts)
    {
        var lists = new PrintedTables(Sums);
        foreach (var (place, row) in _rows)
            lists._rows[place] = place.IsOfList ? row : Hidden(row) with { IsWithheld = row.IsWithheld || !butCounts };
        return lists;
    }

    // Where nobody of a larger cohort is shown nobody of a smaller one can be hidden.
    private static SummaryRow Hidden(SummaryRow row) => row with
    {
        Persistent = row.Persistent with { IsWithheld = true },
        Severe = row.Severe with { IsWithheld = row.Persistent is not { Count: 0, IsWithheld: false } },
        Chronic = row.Chronic with { IsWithheld = row.Severe is not { Count: 0, IsWithheld: false } },
    };

    // What one table shows is shown, whatever another withholds.
    private void Add(Place place, SummaryRow row)
    {
        if (_rows.TryGetValue(place, out var other))
        {
            row = row with
            {
                IsWithheld = row.IsWithheld && other.IsWithheld,
                Persistent = Both(row.Persistent, other.Persistent),
                Severe = Both(row.Severe, other.Severe),
                Chronic = Both(row.Chronic, other.Chronic),
            };
        }
        _rows[place] = row;
    }

    private static SummaryCohort Both(SummaryCohort one, SummaryCohort other) => one with { IsWithheld = one.IsWithheld && other.IsWithheld };
}
