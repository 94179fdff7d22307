using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary>What all imports have in common: files in, rows on their way, and the tale of the rows that stayed behind.</summary>
internal abstract class ImportCommand : HubCommand, IHasLayouts
{
    private readonly Option<string?> _refused = new("--refused")
    {
        Description = "A CSV file to write every row that needs a look to: file, line, outcome, reason, column, advice.",
        HelpName = "FILE",
    };

    protected ImportCommand(string name, string summary)
        : base(name, summary)
    {
        Add(_refused);
        ConnectionOptions.AddTo(this);
    }

    public abstract IReadOnlyList<CsvLayout> Layouts { get; }

    /// <summary>The files that the command line names, each with its layout.</summary>
    protected abstract IEnumerable<(string Path, CsvLayout Layout)> FilesOf(ParseResult parsed);

    /// <summary>What else changes the meaning of the files, so that the same files with another setting are another import.</summary>
    protected virtual string SettingsOf(ParseResult parsed) => "";

    protected abstract Task ImportAsync(ParseResult parsed, ImportRun run, IReadOnlyList<CsvFile> files, Terminal terminal, CancellationToken cancellationToken);

    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        // Everything that can be wrong with the files as a whole is found before a hub is started.
        var named = FilesOf(parsed).ToList();
        var inspections = named.ConvertAll(x => FileInspection.Of(x.Path));
        var files = named.ConvertAll(x => CsvFile.Open(x.Path, x.Layout));
        try
        {
            WarnOfUnknown(files, terminal);
            using var report = new ImportReport(parsed.GetValue(_refused));
            await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: true, cancellationToken);
            var identity = new ImportIdentity(Name, SettingsOf(parsed), inspections);
            await ProgressBoard.RunAsync(terminal, board =>
                ImportAsync(parsed, new ImportRun(hub.Client, identity, report, board), files, terminal, cancellationToken));
            report.Write(terminal, Layouts.Count == 1 ? Layouts[0].Title : "Case records", parsed.GetValue(_refused));
            return report.IsWhole ? ExitCode.Done : ExitCode.No;
        }
        finally
        {
            files.ForEach(x => x.Dispose());
        }
    }

    private static void WarnOfUnknown(List<CsvFile> files, Terminal terminal)
    {
        foreach (var file in files.Where(x => x.UnknownColumns.Count > 0))
        {
            var one = file.UnknownColumns.Count == 1;
            terminal.Warn($"{file.Path}: the hub has no use for the column{(one ? "" : "s")} {string.Join(", ", file.UnknownColumns)} and leaves {(one ? "it" : "them")} out.");
        }
    }
}
