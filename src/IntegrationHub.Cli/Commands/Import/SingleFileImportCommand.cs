using System.CommandLine;
using IntegrationHub.Cli.Import;

namespace IntegrationHub.Cli.Commands.Import;

/// <summary>An import of one file.</summary>
internal abstract class SingleFileImportCommand : ImportCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The CSV file: UTF-8, separated by commas, its first line naming the columns." };

    protected SingleFileImportCommand(string name, string summary, CsvLayout layout)
        : base(name, summary)
    {
        Layouts = [layout];
        Add(_file);
    }

    public override IReadOnlyList<CsvLayout> Layouts { get; }

    protected override IEnumerable<(string Path, CsvLayout Layout)> FilesOf(ParseResult parsed) => [(parsed.GetRequiredValue(_file), Layouts[0])];
}
