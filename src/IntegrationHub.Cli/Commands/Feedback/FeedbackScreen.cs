using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary>Lists on the screen.</summary>
internal static class FeedbackScreen
{
    private static readonly (FeedbackState State, string Says)[] States =
    [
        (FeedbackState.DaysFromRegisters, "No calendar of the academic year is on file: school days are told from the registers"),
        (FeedbackState.CalendarNotKnown, "Not known, as no calendar is on file that knows the date"),
        (FeedbackState.NoSchool, "No school that day"),
        (FeedbackState.NotDueYet, "Nothing is due yet"),
    ];

    public static void Write<TEntry>(
        Terminal terminal, FeedbackFound<TEntry> found, IReadOnlyList<ScreenColumn<TEntry>> columns, IReadOnlyList<string> remarks, int most)
    {
        if (found.Rows.Count > 0)
        {
            var table = terminal.NewTable([Terminal.Words("School"), .. columns.Select(x => x.Column)]);
            foreach (var row in found.Rows.Take(most))
                table.AddRow([Markup.Escape(row.School.SchoolLaestab), .. columns.Select(x => Markup.Escape(x.Read(row.Entry)))]);
            terminal.Write(Entries(found.Rows.Count), table);
        }
        else
        {
            terminal.Say("Nothing is listed.");
        }
        if (found.Rows.Count > most)
            terminal.Say($"and {found.Rows.Count - most:N0} more: --most {found.Rows.Count} lists them all.");
        Tell(terminal, found, remarks);
    }

    /// <summary>Says what was written, and what there is to say of the schools.</summary>
    public static void Tell<TEntry>(Terminal terminal, FeedbackFound<TEntry> found, IReadOnlyList<string> files, IReadOnlyList<string> remarks)
    {
        terminal.Say(files is [var only] ? $"{only} holds {Entries(found.Rows.Count)}." : $"{Counted.Of(files.Count, "file")} hold {Entries(found.Rows.Count)}.");
        Tell(terminal, found, remarks);
    }

    private static void Tell<TEntry>(Terminal terminal, FeedbackFound<TEntry> found, IReadOnlyList<string> remarks)
    {
        foreach (var window in found.Schools.Where(x => x.Window is not null).GroupBy(x => (x.Window.StartDate, x.Window.EndDate, x.PeriodName)))
        {
            var period = window.Key.PeriodName.Length > 0 ? $", the end of {window.Key.PeriodName}" : "";
            terminal.Say($"{Schools(window)}: {window.Key.StartDate.ToText()} to {window.Key.EndDate.ToText()}{period}.");
        }
        foreach (var (state, says) in States)
        {
            var schools = found.Schools.Where(x => x.State == state).ToList();
            if (schools.Count > 0)
                terminal.Say($"{says}: {Schools(schools)}.");
        }
        if (found.Schools.Sum(x => x.RestrictedChildCount) is > 0 and var restricted)
            terminal.Say($"Children who must be protected and are not listed: {restricted:N0}.");
        foreach (var remark in remarks)
            terminal.Say(remark);
    }

    private static string Entries(int count) => Counted.Of(count, "entry", "entries");

    /// <summary>A few schools by their numbers, many by how many.</summary>
    private static string Schools(IEnumerable<FeedbackSchool> schools)
    {
        const int Few = 5;
        var numbers = schools.Select(x => x.SchoolLaestab).ToList();
        return numbers.Count <= Few ? string.Join(", ", numbers) : $"{numbers.Count:N0} schools";
    }
}
