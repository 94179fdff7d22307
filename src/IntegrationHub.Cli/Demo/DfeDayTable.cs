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
        var where = $"{day.LaName}, {day.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
        Write(terminal, $"{where}: sessions", comparison, Sessions, "N0");
        Write(terminal, $"{where}: rates, to five places", comparison, Rates, "0.00000");
    }

    private static void Write(Terminal terminal, string title, DfeComparison comparison, (string Column, string Title)[] columns, string format)
    {
        var table = terminal.NewTable([Terminal.Words("Phase"), Terminal.Words(""), .. columns.Select(x => Terminal.Figures(x.Title))]);
        foreach (var phase in comparison.Figures.GroupBy(x => x.Phase))
        {
            // The attendance rate is compared twice: worked out from the sessions, and as the hub gives it. The latter is shown.
            var figures = phase.GroupBy(x => x.Name).ToDictionary(x => x.Key, x => x.Last());
            table.AddRow([Markup.Escape(phase.Key), "hub", .. columns.Select(x => Cell(figures.GetValueOrDefault(x.Column), y => y.Hub, format))]);
            table.AddRow(["", "DfE", .. columns.Select(x => Cell(figures.GetValueOrDefault(x.Column), y => y.Published, format))]);
        }
        terminal.Write(title, table);
    }

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
