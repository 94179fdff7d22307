using System.CommandLine;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Quarantine.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary><c>hub quarantine history</c></summary>
internal sealed class QuarantineHistoryCommand : ReportCommand
{
    private readonly Option<int> _most = new("--most")
    {
        Description = "How many steps to list, newest first: 1 to 500. Default: 50.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 50,
    };

    public QuarantineHistoryCommand()
        : base("history", "Shows what has been done about quarantine: who, when and why.")
    {
        Examples = [("hub quarantine history", "Lists the last fifty steps.")];
        Options.Insert(0, _most);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new QuarantineService.QuarantineServiceClient(hub.Client.Invoker);
        var steps = await client.ListQuarantineStepsAsync(new() { PageSize = parsed.GetValue(_most) }, cancellationToken: cancellationToken);
        return new Answer(steps, terminal => Write(terminal, steps));
    }

    private static void Write(Terminal terminal, ListQuarantineStepsResponse answer)
    {
        if (answer.Steps.Count == 0)
        {
            terminal.Say("Nothing has been done about quarantine.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Words("When"), Terminal.Words("Who"), Terminal.Words("Did"), Terminal.Words("School"), Terminal.Figures("Things"),
            Terminal.Figures("Position"), Terminal.Prose("Why"));
        foreach (var step in answer.Steps)
        {
            table.AddRow(
                step.Time.ToText(), Markup.Escape(step.DecidedBy), step.Action,
                Markup.Escape(step.Scope), step.ItemCount == 0 ? "" : $"{step.ItemCount:N0}", $"{step.Position:N0}", Markup.Escape(step.Note));
        }
        terminal.Write("What has been done", table);
    }
}
