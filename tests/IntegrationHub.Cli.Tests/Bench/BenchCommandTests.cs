using System.Text.Json;

namespace IntegrationHub.Cli.Tests.Bench;

/// <summary>The benchmarks run and print their ratios; how fast anything is, no test asks.</summary>
public sealed class BenchCommandTests
{
    [Theory]
    [InlineData("statistics")]
    [InlineData("export")]
    public async Task Bench_OfASmallTown_PrintsAndWritesItsRatios(string name)
    {
        using var folder = new TempFolder();
        var file = folder.File("figures.json");

        var run = await CommandRun.OfAsync("bench", name, "--pupils", "400", "--runs", "1", "--json", file);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("Of the yardstick");
        JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.EnumerateObject().ShouldNotBeEmpty();
    }
}
