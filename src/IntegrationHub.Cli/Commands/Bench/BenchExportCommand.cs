using IntegrationHub.Cli.Bench;

namespace IntegrationHub.Cli.Commands.Bench;

/// <summary><c>hub bench export</c></summary>
internal sealed class BenchExportCommand : BenchCommand
{
    public BenchExportCommand()
        : base("export", "Measures the export of a term's marks against writing the same bytes to a file.", pupils: 26_500)
    {
        Details =
        [
            "It makes a town in a temporary folder, exports its marks into a file, and then sums up and writes the same bytes, ready in memory. Times differ from machine to machine: quote the ratio.",
        ];
        Examples = [("hub bench export", "Measures at the size of a city: 26,500 pupils, four million marks.")];
    }

    protected override string Title => "Export of a term's marks";

    protected override Task<IReadOnlyList<Measured>> MeasureAsync(
        BenchTown town, int runs, Action<string, int> progress, string folder, CancellationToken cancellationToken) =>
        new ExportBench(town, runs, progress).RunAsync(folder, cancellationToken);
}
