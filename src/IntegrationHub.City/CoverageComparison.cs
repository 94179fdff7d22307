using System.Globalization;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City;

/// <summary>Holds a hub's coverage against what a city's plan knows.</summary>
internal static class CoverageComparison
{
    /// <summary>The figures that differ, under their names in the contract.</summary>
    public static List<FigureDifference> Of(CityExpectations expected, Coverage found)
    {
        List<FigureDifference> differences = [];
        foreach ((string figure, int planned, int counted) in Pairs(expected, found))
            Note(differences, figure, Text(planned), Text(counted));

        Note(differences, "la_coverage_percent", Percent(expected, expected.LaLeadAndPlan), found.HasLaCoveragePercent ? Text(found.LaCoveragePercent) : "absent");
        Note(differences, "any_coverage_percent", Percent(expected, expected.AnyLeadAndPlan), found.HasAnyCoveragePercent ? Text(found.AnyCoveragePercent) : "absent");

        Dictionary<string, int> bySchool = found.EhcpBySchool.ToDictionary(school => school.SchoolLaestab, school => school.Count);
        foreach (string school in expected.EhcpBySchool.Keys.Union(bySchool.Keys).Order(StringComparer.Ordinal))
            Note(differences, $"ehcp_by_school {school}", Text(expected.EhcpBySchool.GetValueOrDefault(school)), Text(bySchool.GetValueOrDefault(school)));
        return differences;
    }

    private static IEnumerable<(string Figure, int Expected, int Found)> Pairs(CityExpectations expected, Coverage found) =>
    [
        ("children", expected.Children, found.Children),
        ("chronically_absent", expected.ChronicallyAbsent, found.ChronicallyAbsent),
        ("la_lead_and_plan", expected.LaLeadAndPlan, found.LaLeadAndPlan),
        ("la_lead_no_plan", expected.LaLeadNoPlan, found.LaLeadNoPlan),
        ("other_lead", expected.OtherLead, found.OtherLead),
        ("team_only", expected.TeamOnly, found.TeamOnly),
        ("none", expected.None, found.None),
        ("not_known", expected.NotKnown, found.NotKnown),
        ("restricted", expected.Restricted, found.Restricted),
        ("without_la_lead_and_plan", expected.WithoutLaLeadAndPlan, found.WithoutLaLeadAndPlan),
        ("any_lead_and_plan", expected.AnyLeadAndPlan, found.AnyLeadAndPlan),
        ("never_attended", expected.NeverAttended, found.NeverAttended),
        ("with_ehcp", expected.WithEhcp, found.WithEhcp),
        ("year_6_and_below", expected.Year6AndBelow, found.Year6AndBelow),
        ("year_7_and_above", expected.Year7AndAbove, found.Year7AndAbove),
        ("year_not_known", 0, found.YearNotKnown),
        ("too_few_sessions", expected.TooFewSessions, found.TooFewSessions),
        ("no_marks", expected.NoMarks, found.NoMarks),
        ("other_authority", expected.OtherAuthority, found.OtherAuthority),
        ("with_conflicts", expected.WithConflicts, found.WithConflicts),
        ("with_disagreements", expected.WithDisagreements, found.WithDisagreements),
        ("outside_compulsory_age", expected.OutsideCompulsoryAge, found.OutsideCompulsoryAge),
        ("other_authority_children", expected.OtherAuthorityChildren, found.OtherAuthorityChildren),
    ];

    private static void Note(List<FigureDifference> differences, string figure, string expected, string found)
    {
        if (expected != found)
            differences.Add(new FigureDifference(figure, expected, found));
    }

    private static string Percent(CityExpectations expected, int part) =>
        expected.ChronicallyAbsent == 0 ? "absent" : Text(PublishedRate.Of(part, expected.ChronicallyAbsent));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("G15", CultureInfo.InvariantCulture);
}
