using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Cli.Rebuild;
using IntegrationHub.Server.Rebuild;

namespace IntegrationHub.Cli.Commands.Journal;

/// <summary><c>hub journal export</c></summary>
internal sealed class ExportJournalCommand : HubCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file to write. It must not be there yet." };
    private readonly Option<string> _data = FolderOption.Create("The folder of the hub's file. A hub that serves it goes on meanwhile.");

    public ExportJournalCommand()
        : base("export", "Writes the journal, and all that was answered, found and decided, into one file.")
    {
        Details =
        [
            "The file holds everything that a hub cannot make again, in a form that belongs to no database: it moves a hub to another machine or engine, and serves as a backup. It holds personal data: only its owner can read it, and it is not encrypted.",
        ];
        Examples = [("hub journal export trial.hubjournal", "Writes the journal of the folder hub-data.")];
        Add(_file);
        Add(_data);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var (folder, file) = (parsed.GetRequiredValue(_data), parsed.GetRequiredValue(_file));
        FolderOption.RequireHub(folder);
        var summary = await StageSteps.RunAsync(
            terminal, progress => new JournalExport(progress, TimeProvider.System).RunAsync(folder, file, cancellationToken));
        terminal.Say($"{file} holds the journal up to position {summary.LastPosition:N0}: {Counted.Of(summary.Rows, "row")} in {Counted.Of(summary.Bytes, "byte")}.");
        return ExitCode.Done;
    }
}
