using System.CommandLine;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary><c>hub import registers</c></summary>
internal sealed class ImportRegistersCommand : SingleFileImportCommand
{
    private readonly Option<bool> _again = AgainOption.Create();

    public ImportRegistersCommand()
        : base("registers", "Takes registers: one mark a row.", RegistersCsv.Layout)
    {
        Details =
        [
            "Rows of the same school, date, session and register group that follow each other are one register, so a file sorted by these goes in fastest.",
            "Importing the same file twice changes nothing, and one that was broken off goes on where it stopped. Marks of pupils who are on no roll yet are kept and begin to count when the roll arrives.",
        ];
        Examples =
        [
            ("hub import registers week-37.csv", "Takes in the marks of the file."),
            ("hub import registers week-37.csv --refused mend.csv", "Does so, and lists the rows that need a look in mend.csv."),
        ];
        Add(_again);
    }

    protected override string SettingsOf(ParseResult parsed) => AgainOption.SettingOf(parsed, _again);

    protected override async Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var import = new RegisterImport(run);
        await import.RunAsync(files[0], cancellationToken);
        if (import.WasPoorlySorted)
            terminal.Warn("The file made many small registers. Sorted by school, date, session and register group it goes in several times faster.");
    }
}
