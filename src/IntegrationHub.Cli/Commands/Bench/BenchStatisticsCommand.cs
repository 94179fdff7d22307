using IntegrationHub.Cli.Bench;

namespace IntegrationHub.Cli.Commands.Bench;

/// <summary><c>hub bench statistics</c></summary>
internal sealed class BenchStatisticsCommand : BenchCommand
{
    public BenchStatisticsCommand()
        : base("statistics", "Measures the statistics of a term against SQL over a row for each mark.", pupils: 250_000)
    {
        Details =
        [
            "It makes a town in a temporary folder, writes its marks once as the hub keeps them and once as narrow rows, and counts both by school and code. Times differ from machine to machine: quote the ratio.",
        ];
        Examples =
        [
            ("hub bench statistics", "Measures at the size of a county: 250,000 pupils, 37 million marks; writing them takes some minutes."),
            ("hub bench statistics --pupils 26500 --json statistics.json", "Measures at the size of a city and keeps the figures."),
        ];
    }

    protected override string Title => "Statistics of a term";

    protected override Task<IReadOnlyList<Measured>> MeasureAsync(
        BenchTown town, int runs, Action<string, int> progress, string folder, CancellationToken cancellationToken) =>
        new StatisticsBench(town, runs, progress).RunAsync(folder, cancellationToken);
}
