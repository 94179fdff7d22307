using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;
using Spectre.Console;
using static IntegrationHub.Cli.Output.CsvColumns;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>The hub's rates beside DfE's, on the screen and in a file.</summary>
internal static class BesideTable
{
    private static readonly (string Name, Func<SessionCounts, double?> Of)[] Rates =
    [
        ("attendance", x => x.AttendanceRate), ("overall absence", x => x.AbsenceRate), ("authorised absence", x => x.AuthorisedAbsenceRate),
        ("unauthorised absence", x => x.UnauthorisedAbsenceRate), ("late", x => x.LateRate),
    ];

    private static readonly CsvTable<Line> Csv = CsvTable<Line>.Of(
        "beside-dfe", "One of the hub's rates beside DfE's.",
        Text<Line>("phase", "The phase of education.", x => x.Phase),
        Text<Line>("rate", "The rate.", x => x.Rate),
        Number<Line>("hub_percent", "The hub's. Empty: none was possible.", x => x.Hub),
        Text<Line>("la_percent", "DfE's of the LA. c: DfE withholds it. Empty: the file has none.", x => x.IsWithheld ? AttendanceTable.Withheld : Exact(x.La), "DfE"),
        Number<Line>("la_difference", "The hub's less that, in percentage points.", x => x.Hub - x.La),
        Number<Line>("england_percent", "DfE's of England. Empty: the file has none.", x => x.England, "DfE"),
        Number<Line>("england_difference", "The hub's less that, in percentage points.", x => x.Hub - x.England));

    public static void Write(Terminal terminal, Beside beside, KnownAt? knownAt)
    {
        var lines = beside.OfLa.SelectMany(x => Lines(beside, x)).ToList();
        var table = terminal.NewTable(
            Terminal.Words("Phase"), Terminal.Words("Rate"), Terminal.Figures("Hub"), Terminal.Figures(beside.OfLa[0].AreaName), Terminal.Figures("points"),
            Terminal.Figures("England"), Terminal.Figures("points"));
        foreach (var line in lines)
        {
            table.AddRow(
                Markup.Escape(line.Phase), line.Rate, Percent(line.Hub), line.IsWithheld ? AttendanceTable.Withheld : Percent(line.La), Points(line.Hub, line.La),
                Percent(line.England), Points(line.Hub, line.England));
        }
        terminal.Write($"{beside.OfLa[0].AreaName}, {beside.Period.From:yyyy-MM-dd} to {beside.To:yyyy-MM-dd}: the hub beside DfE, in percent of possible sessions", table);
        foreach (var note in Notes(beside, knownAt))
            terminal.Say(note);
    }

    /// <summary>Writes them as a file.</summary>
    public static Task SaveAsync(string path, Beside beside, CancellationToken cancellationToken) =>
        Csv.SaveAsync(path, beside.OfLa.SelectMany(x => Lines(beside, x)), cancellationToken);

    private static IEnumerable<Line> Lines(Beside beside, PublishedRow row)
    {
        var hub = beside.HubOf(row.Phase);
        var england = beside.OfEngland.GetValueOrDefault(row.Phase);
        foreach (var (name, rateOf) in Rates)
            yield return new(row.Phase, name, rateOf(hub.Sessions.ToSessionCounts()), Of(row, rateOf), Of(england, rateOf), row.IsSuppressed);
        if (Persistent(row) is not null || Persistent(england) is not null)
            yield return new(row.Phase, "persistent absence", hub.PersistentPercent, Persistent(row), Persistent(england), row.IsSuppressed);
    }

    private static IEnumerable<string> Notes(Beside beside, KnownAt? knownAt)
    {
        foreach (var row in beside.OfLa)
            yield return $"{row.Phase}: the hub has marks of {Counted.Of(beside.HubOf(row.Phase).Schools, "school")}; DfE's row rests on {row.Schools:0.#}.";
        if (beside.OfLa.Any(x => x.IsSuppressed))
            yield return $"{AttendanceTable.Withheld}: DfE shows nothing, because the row rests on a single school.";
        var strays = beside.Hub.Rows.Where(x => x.SchoolCount > 0 && beside.OfLa.All(y => y.Phase != x.Group)).Select(x => x.Group).ToList();
        if (strays.Count > 0)
            yield return $"Not compared, because the file has no such phase: {string.Join(", ", strays)}.";
        if (beside.Period.Kind == PublishedPeriodKind.YearToDate)
            yield return $"The file does not say how far its year to date goes; the hub's goes to {beside.To:yyyy-MM-dd}, and takes in the first days of September, which DfE leaves out.";
        yield return "DfE leaves boarders out, whom rolls do not name, and counts registers as they stood when it published; the hub counts them as they stand "
            + (knownAt is null ? "now." : $"{KnownAtOption.Words(knownAt, beside.Hub.Freshness)}.");
        if (beside.FileFaults > 0)
            yield return $"Mind figures or columns of the file, {beside.FileFaults:N0} in number, that do not follow from its own sessions by the rules known here.";
    }

    private static double? Of(PublishedRow? row, Func<SessionCounts, double?> rateOf) => row is null ? null : rateOf(row.Sessions.ToSessionCounts());

    private static double? Persistent(PublishedRow? row) =>
        double.TryParse(row?["pa_perc"], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && double.IsFinite(percent) ? percent : null;

    private static string Percent(double? percent) => percent?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Points(double? hub, double? other) => (hub - other)?.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Exact(double? percent) => percent?.ToString("G15", CultureInfo.InvariantCulture) ?? "";

    private sealed record Line(string Phase, string Rate, double? Hub, double? La, double? England, bool IsWithheld);
}
