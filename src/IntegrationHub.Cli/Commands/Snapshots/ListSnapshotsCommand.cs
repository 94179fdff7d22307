using System.CommandLine;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Operations.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Snapshots;

/// <summary><c>hub snapshots list</c></summary>
internal sealed class ListSnapshotsCommand : ReportCommand
{
    public ListSnapshotsCommand()
        : base("list", "Lists the snapshots that wait for approval, because each would close much of what is open.") =>
        Examples = [("hub snapshots list", "Lists them, oldest first.")];

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new OperationsService.OperationsServiceClient(hub.Client.Invoker);
        var found = await client.ListHeldSnapshotsAsync(new ListHeldSnapshotsRequest(), cancellationToken: cancellationToken);
        return new Answer(found, terminal => Write(terminal, found));
    }

    private static void Write(Terminal terminal, ListHeldSnapshotsResponse answer)
    {
        if (answer.Snapshots.Count == 0)
        {
            terminal.Say("No snapshot waits for approval.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Words("Snapshot"), Terminal.Words("Restates"), Terminal.Figures("Records"), Terminal.Figures("Open now"), Terminal.Figures("Would close"),
            Terminal.Words("Received"));
        foreach (var held in answer.Snapshots)
        {
            table.AddRow(
                Markup.Escape(held.SnapshotId), Markup.Escape(held.Scope), $"{held.RecordCount:N0}", $"{held.OpenCount:N0}", $"{held.ClosingCount:N0}",
                held.ReceiveTime.ToText());
        }
        terminal.Write("Snapshots that wait", table);
        terminal.Say("'hub snapshots approve SNAPSHOT' lets one take effect. A newer snapshot of the same scope takes its place.");
    }
}
