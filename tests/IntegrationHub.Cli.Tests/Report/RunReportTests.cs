using System.Globalization;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Report;

/// <summary>What reports of runs say before there is one, and after one for an earlier date.</summary>
public sealed class RunReportTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public Task InitializeAsync() => SmallTown.PrepareWithRollAsync(_folder);

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Flags_BeforeAnyRun_AreNotSaidToBeNone()
    {
        var before = await RunAsync("report", "flags");
        await RunAsync("reconcile", "--as-of", "2025-09-12");
        var after = await RunAsync("report", "flags");

        before.ExitCode.ShouldBe(1, before.All);
        before.Error.ShouldContain("NO_COMPLETE_RUN");
        before.All.ShouldNotContain("No flag is open");
        after.Output.ShouldContain("No flag is open.");
    }

    [Fact]
    public async Task Thresholds_BeforeAnyRun_AreNoTableOfBlanks()
    {
        var run = await RunAsync("report", "thresholds");

        run.Output.ShouldContain("There is no complete run yet");
        run.Output.ShouldNotContain("|");
    }

    [Fact]
    public async Task Thresholds_AddUpToTheChildren()
    {
        // One of the three is a young adult by then.
        await SmallTown.ImportAsync(
            _folder, "rolls", _folder.Write("older.csv", SmallTown.RollHeader, "118500,4,,Di,Example,2005-05-01,2021-09-01,,13"));
        await RunAsync("reconcile", "--as-of", "2025-09-12");

        var shown = (await RunAsync("report", "thresholds")).Output;

        var cells = shown.Split('\n').Single(x => x.Contains("CHRONICALLY_ABSENT", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
        int[] figures = [.. cells[2..8].Select(x => int.Parse(x, CultureInfo.InvariantCulture))];
        figures[..^1].Sum().ShouldBe(4);
        figures[^1].ShouldBe(4);
        figures[^2].ShouldBe(1);
    }

    [Fact]
    public async Task Reconcile_OfAnEarlierDate_SaysHowToSeeIt()
    {
        await RunAsync("reconcile", "--as-of", "2025-09-12");

        var run = await RunAsync("reconcile", "--as-of", "2025-09-10");

        run.ExitCode.ShouldBe(0, run.All);
        run.Error.ShouldContain("'hub report coverage --run 2'");
        (await RunAsync("report", "coverage", "--run", "2")).Output.ShouldContain("As of 2025-09-10");
        (await RunAsync("report", "coverage")).Output.ShouldContain("As of 2025-09-12");
    }

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.OfAsync([.. words, "--data", _folder.Data]);
}
