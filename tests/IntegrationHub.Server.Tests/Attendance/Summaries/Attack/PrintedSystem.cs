using IntegrationHub.Server.Attendance.Summaries;

namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>What is withheld of printed tables, as unknowns of an <see cref="Attacker"/>, and what is known of them.</summary>
internal sealed class PrintedSystem
{
    private readonly Attacker _attacker = new();
    private readonly HashSet<string> _disclosive = [];

    public IEnumerable<string> FoundOut() => _attacker.Solve().Where(_disclosive.Contains);

    /// <summary>How many are counted: at least one wherever a row is withheld.</summary>
    public void AddCounts(PrintedTables printed)
    {
        foreach (var (place, row) in printed.Rows.Where(x => x.Value.IsWithheld))
            Unknown(CountedAt(place), row.Counted, 1, isDisclosive: true);
        AddSums(printed, "counted");
    }

    /// <summary>
    /// How many of them are so much absent, and how many are not. Where the count is shown, somebody is and somebody is not, for nobody and
    /// everybody are shown.
    /// </summary>
    public void AddCohort(PrintedTables printed, Func<SummaryRow, SummaryCohort> of)
    {
        foreach (var (place, row) in printed.Rows.Where(x => of(x.Value).IsWithheld))
        {
            var (absent, others) = (of(row).Count, row.Counted - of(row).Count);
            var somebody = row.IsWithheld || absent == 0 || others == 0 ? 0 : 1;
            Unknown($"absent {place}", absent, somebody, isDisclosive: absent > 0);
            Unknown($"others {place}", others, somebody, AttackedTown.Small.Includes(others));
            _attacker.Equation([($"absent {place}", 1), ($"others {place}", 1), (CountedAt(place), -1)]);
        }
        AddSums(printed, "absent");
    }

    public static string CountedAt(Place place) => $"counted {place}";

    private void AddSums(PrintedTables printed, string name)
    {
        foreach (var (whole, parts) in printed.Sums)
            _attacker.Equation([.. parts.Select(x => ($"{name} {x}", 1)), ($"{name} {whole}", -1)]);
    }

    private void Unknown(string name, int truth, int least, bool isDisclosive)
    {
        _attacker.Unknown(name, truth, least);
        if (isDisclosive)
            _disclosive.Add(name);
    }
}
