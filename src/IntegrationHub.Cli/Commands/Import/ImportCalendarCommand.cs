using System.CommandLine;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary><c>hub import calendar</c></summary>
internal sealed class ImportCalendarCommand : SingleFileImportCommand
{
    public ImportCalendarCommand()
        : base("calendar", "Adds terms, closures and openings, of the LA or of one school, or changes them.", CalendarCsv.Layout)
    {
        Details = ["Registers of days before the first term of a year or after the last are refused, so terms come before registers; marks on other days without school count, with a warning. A school with terms of its own in an academic year follows those alone."];
        Examples = [("hub import calendar terms-2025.csv", "Adds the terms, closures and openings of the file.")];
    }

    protected override Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken) =>
        new OperationsImport(run).CalendarAsync(files[0], cancellationToken);
}
