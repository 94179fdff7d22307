using IntegrationHub.Cli.Commands.Feedback;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.History;

/// <summary>How a pupil's marks came to be what they are, on the screen: one entry a row.</summary>
internal static class HistoryTable
{
    public static void Write(Terminal terminal, ListMarkHistoryResponse answer, KnownAt? knownAt)
    {
        terminal.Say(
            $"Pupil {answer.PupilId}, {answer.Window.StartDate.ToText()} to {answer.Window.EndDate.ToText()}, "
            + $"{(knownAt is null ? "" : "as known ")}{KnownAtOption.Words(knownAt, answer.Freshness)}.");
        if (answer.Sessions.Count == 0)
        {
            terminal.Say("Nothing is entered there.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Words("Session"), Terminal.Words("School"), Terminal.Words("Code"), Terminal.Words("Counts"), Terminal.Words("Before"),
            Terminal.Prose("Reason"), Terminal.Words("By"), Terminal.Words("Amended"), Terminal.Words("Made"), Terminal.Words("Received"),
            Terminal.Words("From"), Terminal.Figures("Position"));
        foreach (var session in answer.Sessions)
        {
            foreach (var entry in session.Entries)
                table.AddRow([.. Row(session, entry).Select(Markup.Escape)]);
        }
        terminal.Write(Counted.Of(answer.Sessions.Sum(x => x.Entries.Count), "entry", "entries"), table);
    }

    private static IEnumerable<string> Row(SessionHistory session, MarkEntry entry) =>
    [
        $"{session.SessionDate.ToText()} {FeedbackColumns.WordFor(session.Session)}", session.SchoolLaestab, CodeOf(entry), entry.Counts ? "yes" : "",
        entry.OriginalCode, entry.Reason, entry.AmendedBy, entry.AmendTime.ToText(), entry.RecordTime.ToText(), entry.ReceivedTime.ToText(),
        $"{entry.System} {entry.WriterId}", $"{entry.Position:N0}",
    ];

    private static string CodeOf(MarkEntry entry) => entry switch
    {
        { Withdrawn: true } => "taken back",
        { SourceCode.Length: > 0 } => $"{entry.Code} ({entry.SourceCode})",
        _ => entry.Code,
    };
}
