using System.Globalization;
using IntegrationHub.City;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Coverage.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Demo;

/// <summary>What a hub found in a city, beside what was to be found.</summary>
internal static class ExpectationTable
{
    public static void Write(Terminal terminal, Coverage found, CityPlan plan)
    {
        var table = terminal.NewTable(
            Terminal.Words($"As of {CityTerm.AsOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"), Terminal.Figures("Found"), Terminal.Figures("Expected"), Terminal.Words(""));
        foreach (var (label, actual, expected) in Figures(found, plan.Expectations).Concat(Schools(found, plan)))
        {
            table.AddRow(
                Markup.Escape(label), $"{actual:N0}", $"{expected:N0}", actual == expected ? "[green]=[/]" : "[red]differs[/]");
        }
        terminal.Write("Coverage of the chronically absent children", table);
        terminal.Say($"LA lead and plan {Percent(found.HasLaCoveragePercent, found.LaCoveragePercent)}; "
            + $"any named lead and plan {Percent(found.HasAnyCoveragePercent, found.AnyCoveragePercent)}, whose target is 100 %.");
    }

    private static IEnumerable<(string Label, int Found, int Expected)> Figures(Coverage found, CityExpectations expected) =>
    [
        ("Children judged", found.Children, expected.Children),
        ("Chronically absent", found.ChronicallyAbsent, expected.ChronicallyAbsent),
        ("  with an LA lead and a plan", found.LaLeadAndPlan, expected.LaLeadAndPlan),
        ("  without", found.WithoutLaLeadAndPlan, expected.WithoutLaLeadAndPlan),
        ("    LA lead, no plan", found.LaLeadNoPlan, expected.LaLeadNoPlan),
        ("    other lead only", found.OtherLead, expected.OtherLead),
        ("    a team, no person", found.TeamOnly, expected.TeamOnly),
        ("    no lead", found.None, expected.None),
        ("    not known", found.NotKnown, expected.NotKnown),
        ("    restricted", found.Restricted, expected.Restricted),
        ("  with any named lead and a plan", found.AnyLeadAndPlan, expected.AnyLeadAndPlan),
        ("  not in school once", found.NeverAttended, expected.NeverAttended),
        ("  in year 6 or below", found.Year6AndBelow, expected.Year6AndBelow),
        ("  in year 7 or above", found.Year7AndAbove, expected.Year7AndAbove),
        ("  year not known", found.YearNotKnown, 0),
        ("Too few possible sessions", found.TooFewSessions, expected.TooFewSessions),
        ("On a roll, no marks", found.NoMarks, expected.NoMarks),
        ("Living in another authority", found.OtherAuthority, expected.OtherAuthority),
        ("Marked by two schools at once", found.WithConflicts, expected.WithConflicts),
        ("With an education, health and care plan", found.WithEhcp, expected.WithEhcp),
    ];

    private static IEnumerable<(string Label, int Found, int Expected)> Schools(Coverage found, CityPlan plan)
    {
        var bySchool = found.EhcpBySchool.ToDictionary(x => x.SchoolLaestab, x => x.Count);
        var names = plan.Schools.ToDictionary(x => x.Laestab.ToString(), x => x.Name);
        return plan.Expectations.EhcpBySchool.Keys.Union(bySchool.Keys).Order(StringComparer.Ordinal).Select(x =>
            ($"  at {names.GetValueOrDefault(x, x)}", bySchool.GetValueOrDefault(x), plan.Expectations.EhcpBySchool.GetValueOrDefault(x)));
    }

    private static string Percent(bool known, double percent) => known ? percent.ToString("0.0", CultureInfo.InvariantCulture) + " %" : "of nobody";
}
