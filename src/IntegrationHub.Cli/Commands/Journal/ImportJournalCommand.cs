using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Cli.Rebuild;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Journal;

/// <summary><c>hub journal import</c></summary>
internal sealed class ImportJournalCommand : HubCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A file that 'hub journal export' wrote." };
    private readonly Option<string> _data = FolderOption.Create("The folder to make the hub in. It holds nothing yet but a hub.json, if that.");

    public ImportJournalCommand()
        : base("import", "Makes a hub in an empty folder from a file that 'hub journal export' wrote.")
    {
        Details =
        [
            "The file is checked to its last byte first. Then everything that follows from the journal is made again. Writers resume where they stood, what is sent again is a duplicate as before, and flags come with what people did with them.",
        ];
        Examples = [("hub journal import trial.hubjournal --data /srv/hub", "Makes a hub in the folder /srv/hub.")];
        Add(_file);
        Add(_data);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var import = new FolderImport(parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_data));
        var rows = await StageSteps.RunAsync(terminal, progress => import.RunAsync(progress, cancellationToken));
        var table = terminal.NewTable(Terminal.Words("Table"), Terminal.Figures("Rows"));
        foreach (var (name, count) in rows)
            table.AddRow(name, $"{count:N0}");
        terminal.Write("Tables", table);
        terminal.Say("The hub is complete. 'hub serve' serves it.");
        return ExitCode.Done;
    }
}
