using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Operations.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report feeds</c></summary>
internal sealed class ReportFeedsCommand : ReportCommand
{
    public ReportFeedsCommand()
        : base("feeds", "Shows who sends what, how far each has come, and what waits.") =>
        Examples = [("hub report feeds", "Shows the feeds."), ("hub report feeds --json", "Writes them for another program.")];

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new OperationsService.OperationsServiceClient(hub.Client.Invoker);
        var found = await client.ListFeedsAsync(new ListFeedsRequest(), cancellationToken: cancellationToken);
        return new Answer(found, terminal => Write(terminal, found));
    }

    private static void Write(Terminal terminal, ListFeedsResponse answer)
    {
        var table = terminal.NewTable(
            Terminal.Words("System"), Terminal.Words("Feed"), Terminal.Words("Writer"), Terminal.Figures("Watermark"), Terminal.Figures("Accepted"),
            Terminal.Figures("Refused"), Terminal.Words("Last received"));
        foreach (var feed in answer.Feeds)
        {
            table.AddRow(
                Markup.Escape(feed.System), Markup.Escape(feed.Feed), Markup.Escape(feed.WriterId), $"{feed.Watermark:N0}", $"{feed.AcceptedCount:N0}",
                $"{feed.RefusedCount:N0}", feed.LastReceiveTime?.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "never");
        }
        terminal.Write("Feeds", table);
        terminal.Say($"Journal position {answer.Position:N0}. Registers not yet folded: {answer.UnfoldedRegisters:N0}; they count all the same.");
        terminal.Say($"Marks waiting for their pupil to come onto a roll: {answer.PendingMarks:N0}. Marks set aside until mended: {answer.QuarantinedMarks:N0}.");
    }
}
