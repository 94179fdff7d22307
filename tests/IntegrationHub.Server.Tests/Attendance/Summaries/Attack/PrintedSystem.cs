using IntegrationHub.Server.Attendance.Summaries;

namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>What is withheld of printed tables, as unknowns of an <see cref="Attacker"/>, and what is known of them.</summary>
internal sealed class PrintedSystem
{
    private readonly Attacker _attacker = new();
    private readonly HashSet<string> _disclosive = [];
    private string _outer = "counted";
    private Func<SummaryRow, SummaryCohort> _outerOf = CountedOf;

    public IEnumerable<string> FoundOut() => _attacker.Solve().Where(_disclosive.Contains);

    /// <summary>How many are counted: at least one wherever a row is withheld.</summary>
    public void AddCounts(PrintedTables printed)
    {
        foreach (var (place, row) in printed.Rows.Where(x => x.Value.IsWithheld))
            Unknown($"counted {place}", row.Counted, 1, isDisclosive: true);
        AddSums(printed, "counted");
    }

    /// <summary>
    /// How many of them are so much absent, from the largest cohort to the smallest: of those counted, and of the cohort before. Where the
    /// count is shown, somebody is, and somebody is not, for nobody and everybody are shown.
    /// </summary>
    public void AddCohort(PrintedTables printed, string name, Func<SummaryRow, SummaryCohort> of)
    {
        foreach (var (place, row) in printed.Rows)
        {
            var (cohort, others, between) = (of(row), row.Counted - of(row).Count, _outerOf(row).Count - of(row).Count);
            var somebody = row.IsWithheld || cohort.Count == 0 ? 0 : 1;
            if (cohort.IsWithheld)
                Unknown($"{name} {place}", cohort.Count, somebody, isDisclosive: cohort.Count > 0);
            if (cohort.IsWithheld)
                Unknown($"not {name} {place}", others, others == 0 ? 0 : somebody, AttackedTown.Small.Includes(others) && cohort.Count > 0);
            _attacker.Equation([($"{name} {place}", 1), ($"not {name} {place}", 1), ($"counted {place}", -1)]);
            if (cohort.IsWithheld || _outerOf(row).IsWithheld)
                Unknown($"{_outer} and not {name} {place}", between, 0, AttackedTown.Small.Includes(between) && cohort.Count > 0);
            _attacker.Equation([($"{name} {place}", 1), ($"{_outer} and not {name} {place}", 1), ($"{_outer} {place}", -1)]);
        }
        AddSums(printed, name);
        (_outer, _outerOf) = (name, of);
    }

    private static SummaryCohort CountedOf(SummaryRow row) => new(row.Counted, row.IsWithheld);

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
