using System.Globalization;
using IntegrationHub.City.Dfe;
using IntegrationHub.Cli.Output;
using Spectre.Console;

namespace IntegrationHub.Cli.Demo;

/// <summary>The hub's figures of a day above the Department's, phase by phase.</summary>
internal static class DfeDayTable
{
    private static readonly (string Column, string Title)[] Sessions =
    [
        ("possible_sessions", "Possible"), ("overall_attendance", "Attended"), ("authorised_absence", "Authorised"),
        ("unauthorised_absence", "Unauthorised"), ("late_sessions", "Late"),
    ];

    private static readonly (string Column, string Title)[] Rates =
    [
        ("attendance_perc", "Attendance %"), ("overall_absence_perc", "Absence %"), ("authorised_absence_perc", "Authorised %"),
        ("unauthorised_absence_perc", "Unauthorised %"),
    ];

    public static void Write(Terminal terminal, DfeComparison comparison, DfeDay day)
    {
        var table = terminal.NewTable([
            Terminal.Words("Phase"), Terminal.Words(""), .. Sessions.Concat(Rates).Select(x => Terminal.Figures(x.Title))]);
        foreach (var phase in comparison.Figures.GroupBy(x => x.Phase))
        {
            // The attendance rate is compared twice: worked out from the sessions, and as the hub gives it. The latter is shown.
            var figures = phase.GroupBy(x => x.Name).ToDictionary(x => x.Key, x => x.Last());
            table.AddRow(Row(phase.Key, "hub", figures, x => x.Hub));
            table.AddRow(Row("", "DfE", figures, x => x.Published));
        }
        terminal.Write($"{day.LaName}, {day.Date:d MMMM yyyy}: sessions and rates", table);
    }

    private static string[] Row(string phase, string whose, Dictionary<string, DfeFigure> figures, Func<DfeFigure, string> pick) =>
    [
        Markup.Escape(phase), whose,
        .. Sessions.Select(x => Cell(figures.GetValueOrDefault(x.Column), pick, "N0")),
        .. Rates.Select(x => Cell(figures.GetValueOrDefault(x.Column), pick, "0.00000")),
    ];

    private static string Cell(DfeFigure? figure, Func<DfeFigure, string> pick, string format)
    {
        if (figure is null)
            return "";
        var text = pick(figure);
        var shown = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : text;
        return figure.Agrees ? Markup.Escape(shown) : $"[red]{Markup.Escape(shown)}[/]";
    }
}
