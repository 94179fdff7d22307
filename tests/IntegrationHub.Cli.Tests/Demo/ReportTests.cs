using System.Text.Json;

namespace IntegrationHub.Cli.Tests.Demo;

[Collection(DemoRuns.Name)]
public sealed class ReportTests(DemoFixture demo)
{
    [Theory]
    [InlineData("attendance", "rows")]
    [InlineData("coverage", "coverage")]
    [InlineData("flags", "flags")]
    [InlineData("sources", "sources")]
    [InlineData("feeds", "feeds")]
    public async Task Json_IsAllThatStandardOutputHolds(string report, string property)
    {
        var run = await RunAsync("report", report, "--json");

        run.ExitCode.ShouldBe(0, run.All);
        JsonDocument.Parse(run.Output).RootElement.TryGetProperty(property, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Coverage_OnTheScreen_ShowsBothCoverages()
    {
        var run = await RunAsync("report", "coverage");

        run.Output.ShouldContain("As of 2021-12-17");
        run.Output.ShouldContain("with an LA lead and a plan");
        run.Output.ShouldContain("with any named lead and a plan (target 100 %)");
        run.Output.ShouldContain("living in another authority");
        run.Output.ShouldNotContain("\u001b[");
    }

    [Fact]
    public async Task Flags_AreListedByKindAndAddUp()
    {
        var shown = await RunAsync("report", "flags");
        var all = JsonDocument.Parse((await RunAsync("report", "flags", "--json")).Output).RootElement.GetProperty("flags");

        foreach (var kind in all.EnumerateArray().GroupBy(x => x.GetProperty("kind").GetString()))
            shown.Output.ShouldContain($"{kind.Key}: {kind.Count()} open");
    }

    [Fact]
    public async Task Flags_OfOneKind_AreThatKindOnly()
    {
        var run = await RunAsync("report", "flags", "--kind", "no_lead", "--json");

        var flags = JsonDocument.Parse(run.Output).RootElement.GetProperty("flags").EnumerateArray().ToList();
        flags.ShouldNotBeEmpty();
        flags.ShouldAllBe(x => x.GetProperty("kind").GetString() == "NO_LEAD");
    }

    [Fact]
    public async Task Reconcile_Again_OpensNoFlagTwice()
    {
        var run = await RunAsync("reconcile", "--as-of", "17/12/2021");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("0 flags opened");
    }

    private async Task<CommandRun> RunAsync(params string[] command) => await CommandRun.OfAsync([.. command, "--hub", demo.Hub.GrpcAddress]);
}
