using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Coverage.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Coverage on the screen.</summary>
internal static class CoverageTables
{
    public static void Write(Terminal terminal, GetCoverageResponse answer)
    {
        var (run, found) = (answer.Run, answer.Coverage);
        terminal.Say($"As of {run.AsOfDate.ToText()}, window {run.WindowStart.ToText()} to {run.WindowEnd.ToText()}, {Counted.Of(found.Children, "child", "children")} judged.");
        terminal.Say($"Run {run.RunId} at journal position {run.Position:N0}{Took(run)}.");
        WriteHeadline(terminal, found);
        WriteClasses(terminal, found);
        WriteBreakdown(terminal, found);
        WriteBeside(terminal, found);
    }

    private static void WriteHeadline(Terminal terminal, Coverage found)
    {
        var table = terminal.NewTable(Terminal.Words("Chronically absent children"), Terminal.Figures("Children"), Terminal.Figures("Share"));
        Row(table, "all", found.ChronicallyAbsent, null);
        Row(table, "with an LA lead and a plan", found.LaLeadAndPlan, found.HasLaCoveragePercent ? found.LaCoveragePercent : null);
        Row(table, "without (all the others)", found.WithoutLaLeadAndPlan, Share(found.WithoutLaLeadAndPlan, found));
        Row(table, "with any named lead and a plan (target 100 %)", found.AnyLeadAndPlan, found.HasAnyCoveragePercent ? found.AnyCoveragePercent : null);
        terminal.Write("Coverage", table);
    }

    private static void WriteClasses(Terminal terminal, Coverage found)
    {
        var table = terminal.NewTable(Terminal.Words("Each child is in exactly one"), Terminal.Figures("Children"), Terminal.Figures("Share"));
        foreach (var (label, count) in ((string, int)[])[
            ("LA lead and plan", found.LaLeadAndPlan), ("LA lead, no plan", found.LaLeadNoPlan), ("other lead only", found.OtherLead),
            ("a team, no person", found.TeamOnly), ("no lead", found.None), ("not known", found.NotKnown), ("restricted", found.Restricted)])
        {
            Row(table, label, count, Share(count, found));
        }
        terminal.Write("Who leads", table);
    }

    private static void WriteBreakdown(Terminal terminal, Coverage found)
    {
        var table = terminal.NewTable(Terminal.Words("Of the chronically absent"), Terminal.Figures("Children"));
        Row(table, "not in school once in the window", found.NeverAttended);
        Row(table, "with an education, health and care plan", found.WithEhcp);
        foreach (var school in found.EhcpBySchool)
            Row(table, $"  of them at {school.SchoolName} ({school.SchoolLaestab})", school.Count);
        Row(table, "in year 6 or below", found.Year6AndBelow);
        Row(table, "in year 7 or above", found.Year7AndAbove);
        if (found.YearNotKnown > 0)
            Row(table, "year not known", found.YearNotKnown);
        terminal.Write("Breakdown", table);
    }

    private static void WriteBeside(Terminal terminal, Coverage found)
    {
        var table = terminal.NewTable(Terminal.Words("Beside them"), Terminal.Figures("Children"));
        Row(table, "not judged yet: too few possible sessions", found.TooFewSessions);
        Row(table, "on a roll with no marks at all", found.NoMarks);
        Row(table, "chronically absent, living in another authority", found.OtherAuthority);
        Row(table, "on a roll, living in another authority", found.OtherAuthorityChildren);
        Row(table, "on a roll, outside compulsory school age", found.OutsideCompulsoryAge);
        Row(table, "question: marked by two schools at once", found.WithConflicts);
        Row(table, "question: sources disagree on the lead", found.WithDisagreements);
        terminal.Write("Not counted above, or counted with a question", table);
    }

    private static void Row(Table table, string label, int count) => table.AddRow(Markup.Escape(label), $"{count:N0}");

    private static void Row(Table table, string label, int count, double? percent) =>
        table.AddRow(Markup.Escape(label), $"{count:N0}", percent is { } share ? share.ToString("0.0", CultureInfo.InvariantCulture) + " %" : "");

    private static double? Share(int part, Coverage found) =>
        found.ChronicallyAbsent == 0 ? null : 100.0 * part / found.ChronicallyAbsent;

    private static string Took(ReconciliationRun run) => run.StartTime is null || run.EndTime is null
        ? ""
        : $", which took {(run.EndTime.ToDateTime() - run.StartTime.ToDateTime()).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
