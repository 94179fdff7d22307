using System.CommandLine;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary><c>hub import cases</c></summary>
internal sealed class ImportCasesCommand : ImportCommand
{
    private readonly Option<string> _source = new("--source") { Description = "The source, as it is declared.", HelpName = "SOURCE", Required = true };
    private readonly Option<string?> _children = FileOption("--children", "The children whom the source holds.");
    private readonly Option<string?> _plans = FileOption("--plans", "The plans.");
    private readonly Option<string?> _involvements = FileOption("--involvements", "Who is involved with which child, and who leads.");
    private readonly Option<DateOnly?> _asOf = DateOption.Create("--as-of", "The date whose state the files give. Needed for the snapshot that they are, unless --delta says otherwise.");
    private readonly Option<bool> _delta = new("--delta") { Description = "The files hold changes. Without it they are all that the source holds open." };

    private readonly Option<bool> _again = AgainOption.Create();

    public ImportCasesCommand()
        : base("cases", "Takes what a case system holds: its children, its plans, and who leads.")
    {
        Details =
        [
            "Three files, as case systems report them. Together they are a snapshot of all that the source holds open: what they leave out is closed, so all three are needed, if only with their headers. The hub says \"no lead\" on the word of a complete load alone.",
            "A snapshot takes effect only if every row of it was taken. One that would close much waits for 'hub snapshots approve'.",
        ];
        Examples =
        [
            ("hub import cases --source social-care --as-of 2025-09-12 --children children.csv --plans plans.csv --involvements involvements.csv", "Makes what the hub holds of social care what the files say."),
            ("hub import cases --source early-help --delta --involvements changes.csv", "Takes in changed involvements of Early Help."),
        ];
        foreach (var option in (Option[])[_source, _children, _plans, _involvements, _asOf, _delta, _again])
            Add(option);
        Validators.Add(Validate);
    }

    public override IReadOnlyList<CsvLayout> Layouts { get; } = [CasesCsv.Children, CasesCsv.Plans, CasesCsv.Involvements];

    protected override IEnumerable<(string Path, CsvLayout Layout)> FilesOf(ParseResult parsed)
    {
        foreach (var (option, layout) in new[] { _children, _plans, _involvements }.Zip(Layouts))
        {
            if (parsed.GetValue(option) is { } path)
                yield return (path, layout);
        }
    }

    protected override string SettingsOf(ParseResult parsed) => parsed.GetRequiredValue(_source) + AgainOption.SettingOf(parsed, _again);

    protected override async Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var import = new CaseImport(run, parsed.GetRequiredValue(_source), parsed.GetValue(_asOf));
        await import.RunAsync(files, cancellationToken);
    }

    private void Validate(System.CommandLine.Parsing.CommandResult result)
    {
        var missing = new[] { _children, _plans, _involvements }.Where(x => result.GetResult(x) is null).Select(x => x.Name).ToList();
        if (result.GetValue(_delta))
        {
            if (missing.Count == 3)
                result.AddError("Name at least one file: --children, --plans or --involvements.");
            if (result.GetResult(_asOf) is not null)
                result.AddError("--as-of goes with a snapshot; a change has its dates in its row.");
            return;
        }
        if (result.GetValue(_again))
            result.AddError(AgainOption.NotWithSnapshot);
        if (missing.Count > 0)
            result.AddError($"A snapshot needs all three files. Missing: {string.Join(", ", missing)}. If the source holds none, give a file with the header alone; for changes add --delta.");
        if (result.GetResult(_asOf) is null)
            result.AddError("A snapshot needs its date: add --as-of DATE.");
    }

    private static Option<string?> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
