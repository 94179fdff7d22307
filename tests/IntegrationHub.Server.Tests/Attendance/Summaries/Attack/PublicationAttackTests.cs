using IntegrationHub.Server.Attendance.Summaries;

namespace IntegrationHub.Server.Tests.Attendance.Summaries.Attack;

/// <summary>Whoever has several summaries of the same children finds out no small number, and no number that was withheld.</summary>
public sealed class PublicationAttackTests
{
    private const int Towns = 100;

    private static readonly SummaryGrouping[] Groupings = [SummaryGrouping.SenProvision, SummaryGrouping.Ehcp, SummaryGrouping.YearGroup, SummaryGrouping.Sex];

    private static readonly (SummaryGrouping First, SummaryGrouping Second)[] Lists =
        [(SummaryGrouping.Total, SummaryGrouping.Total), .. Groupings.Select(x => (x, SummaryGrouping.Total))];

    // Each pair of groupings in both orders.
    private static readonly (SummaryGrouping First, SummaryGrouping Second)[] Tables =
        [.. Groupings.SelectMany(x => Groupings.Where(y => y != x).Select(y => (x, y)))];

    [Fact]
    public void AllTables_OfAnyTown_WithholdTheSameNumbersOfTheSameChildren()
    {
        for (var seed = 0; seed < Towns; seed++)
        {
            var town = new AttackedTown(seed);
            foreach (var place in Lists.Concat(Tables).SelectMany(x => new PrintedTables(town, [x]).Rows).GroupBy(x => x.Key, x => x.Value))
            {
                foreach (var pattern in (Func<SummaryRow, bool>[])[x => x.IsWithheld, x => x.Persistent.IsWithheld, x => x.Severe.IsWithheld, x => x.Chronic.IsWithheld])
                    place.Select(pattern).Distinct().Count().ShouldBe(1, $"town {seed}, {place.Key}");
            }
        }
    }

    [Fact]
    public void AllTables_OfAnyTown_ShowNoSmallNumber_NotEvenOfWhatIsWithheldTogether()
    {
        for (var seed = 0; seed < Towns; seed++)
        {
            var printed = new PrintedTables(new AttackedTown(seed), Lists.Concat(Tables));
            foreach (var (place, row) in printed.Rows)
                Leaks(row).ShouldBeEmpty($"town {seed}, {place}");
            var told = ToldByLists(printed, (system, lists) => system.AddCounts(lists)).ToHashSet();
            // Where only what the lists tell is left to withhold, the table can do no more.
            foreach (var (whole, parts) in printed.Sums.Where(x => x.Parts.Any(y => !printed.Rows[y].IsWithheld && !told.Contains(PrintedSystem.CountedAt(y)))))
                Remainders(printed, whole, parts).ShouldAllBe(x => !AttackedTown.Small.Includes(x), $"town {seed}, {whole}");
        }
    }

    [Fact]
    public void AllTables_OfAnyTown_GiveAwayNoNumberOfChildren() => Attack(Towns, _ => true, (system, printed) => system.AddCounts(printed));

    [Theory]
    [InlineData("persistent")]
    [InlineData("severe")]
    [InlineData("chronic")]
    public void AllTables_OfAnyTown_GiveAwayNoNumberOfAbsentChildren(string cohort) => Attack(Towns / 3, x => x.First != SummaryGrouping.Sex, (system, printed) =>
    {
        system.AddCounts(printed);
        system.AddCohort(printed, x => cohort switch { "persistent" => x.Persistent, "severe" => x.Severe, _ => x.Chronic });
    });

    private static void Attack(int towns, Func<(SummaryGrouping First, SummaryGrouping Second), bool> isPrinted, Action<PrintedSystem, PrintedTables> add)
    {
        for (var seed = 0; seed < towns; seed++)
        {
            var printed = new PrintedTables(new AttackedTown(seed), Lists.Concat(Tables.Where(isPrinted)));
            var system = new PrintedSystem();
            add(system, printed);
            system.FoundOut().Except(ToldByLists(printed, add)).ShouldBeEmpty($"town {seed}");
        }
    }

    // Of the tables: what the lists tell of themselves is never excused.
    private static IEnumerable<string> ToldByLists(PrintedTables printed, Action<PrintedSystem, PrintedTables> add)
    {
        foreach (var butCounts in (bool[])[false, true])
        {
            var system = new PrintedSystem();
            add(system, printed.ListsAlone(butCounts));
            foreach (var name in system.FoundOut().Where(x => printed.Rows.Keys.Any(y => !y.IsOfList && x.EndsWith($"{y}", StringComparison.Ordinal))))
                yield return name;
        }
    }

    private static IEnumerable<string> Leaks(SummaryRow row)
    {
        if (!row.IsWithheld && AttackedTown.Small.Includes(row.Counted))
            yield return "counted";
        var shown = new[] { new SummaryCohort(row.Counted, row.IsWithheld), row.Persistent, row.Severe, row.Chronic }.Where(x => !x.IsWithheld).ToList();
        foreach (var (larger, smaller) in shown.SelectMany((x, place) => shown.Skip(place + 1).Select(y => (x, y))))
        {
            if (AttackedTown.Small.Includes(smaller.Count) || (smaller.Count > 0 && AttackedTown.Small.Includes(larger.Count - smaller.Count)))
                yield return $"{smaller.Count} of {larger.Count}";
        }
    }

    // What is withheld of a sum that is shown, all together, and how many of all those are not so much absent.
    private static IEnumerable<int> Remainders(PrintedTables printed, Place whole, IReadOnlyList<Place> parts)
    {
        if (!printed.Rows[whole].IsWithheld)
            yield return parts.Select(x => printed.Rows[x]).Where(x => x.IsWithheld).Sum(x => x.Counted);
        foreach (var of in (Func<SummaryRow, SummaryCohort>[])[x => x.Persistent, x => x.Severe, x => x.Chronic])
        {
            var withheld = parts.Select(x => printed.Rows[x]).Where(x => of(x).IsWithheld).ToList();
            if (of(printed.Rows[whole]).IsWithheld)
                continue;
            yield return withheld.Sum(x => of(x).Count);
            yield return withheld.Sum(x => x.Counted - of(x).Count);
        }
    }
}
