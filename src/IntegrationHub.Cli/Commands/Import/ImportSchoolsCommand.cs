using System.CommandLine;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary><c>hub import schools</c></summary>
internal sealed class ImportSchoolsCommand : SingleFileImportCommand
{
    public ImportSchoolsCommand()
        : base("schools", "Adds schools, or changes them.", SchoolsCsv.Layout)
    {
        Details = ["Schools come first: rolls and registers of a school that the hub does not know are refused. A new URN with the DfE number of a school on file succeeds its old URN and keeps its history."];
        Examples = [("hub import schools schools.csv", "Adds the schools of the file.")];
    }

    protected override Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken) =>
        new OperationsImport(run).SchoolsAsync(files[0], cancellationToken);
}
