using System.CommandLine;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary><c>hub import rolls</c></summary>
internal sealed class ImportRollsCommand : SingleFileImportCommand
{
    private readonly Option<bool> _snapshot = new("--snapshot") { Description = "The file is the whole roll of each school in it: pupils whom it leaves out are taken off." };
    private readonly Option<bool> _delta = new("--delta") { Description = "The file holds changes, which is what is taken when neither is said." };
    private readonly Option<bool> _again = AgainOption.Create();
    private readonly Option<DateOnly?> _asOf = DateOption.Create("--as-of", "With --snapshot: the date whose state the file gives.");

    public ImportRollsCommand()
        : base("rolls", "Takes pupils onto schools' rolls, changes their records, or takes them off.", RollsCsv.Layout)
    {
        Details =
        [
            "Rolls make pupils known to the hub; marks that came before their pupil was on a roll begin to count when the roll arrives.",
            "A snapshot takes effect school by school, and only where every row of the school was taken. One that would take many pupils off waits for 'hub snapshots approve'.",
        ];
        Examples =
        [
            ("hub import rolls changes.csv", "Takes in the changes of the file."),
            ("hub import rolls rolls.csv --snapshot --as-of 2025-09-12", "Makes the rolls of the schools in the file what the file says."),
        ];
        Add(_delta);
        Add(_snapshot);
        Add(_asOf);
        Add(_again);
        Validators.Add(result =>
        {
            if (result.GetValue(_snapshot) && result.GetValue(_delta))
                result.AddError("Say either --snapshot or --delta.");
            else if (result.GetValue(_snapshot) && result.GetResult(_asOf) is null)
                result.AddError("A snapshot needs its date: add --as-of DATE.");
            else if (!result.GetValue(_snapshot) && result.GetResult(_asOf) is not null)
                result.AddError("--as-of goes with --snapshot; a change has its dates in its row.");
            if (result.GetValue(_snapshot) && result.GetValue(_again))
                result.AddError(AgainOption.NotWithSnapshot);
        });
    }

    protected override string SettingsOf(ParseResult parsed) => AgainOption.SettingOf(parsed, _again);

    protected override async Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var import = new RollImport(run, parsed.GetValue(_asOf));
        await import.RunAsync(files[0], cancellationToken);
    }
}
