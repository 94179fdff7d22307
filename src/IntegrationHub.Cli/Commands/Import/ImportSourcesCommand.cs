using System.CommandLine;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary><c>hub import sources</c></summary>
internal sealed class ImportSourcesCommand : SingleFileImportCommand
{
    public ImportSourcesCommand()
        : base("sources", "Declares the systems that case records come from, or changes what is declared of them.", SourcesCsv.Layout)
    {
        Details = ["What is declared decides what may be said: \"no lead\" is said of a child only when every required source that covers the child says so."];
        Examples = [("hub import sources sources.csv", "Declares the sources of the file.")];
    }

    protected override Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken) =>
        new OperationsImport(run).SourcesAsync(files[0], cancellationToken);
}
