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
    [InlineData("thresholds", "thresholds")]
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
    public async Task Thresholds_OfTheCity_CountTheChildrenWhomCoverageCounts()
    {
        var coverage = JsonDocument.Parse((await RunAsync("report", "coverage", "--json")).Output).RootElement.GetProperty("coverage");
        var thresholds = JsonDocument.Parse((await RunAsync("report", "thresholds", "--json")).Output).RootElement.GetProperty("thresholds");
        var shown = await RunAsync("report", "thresholds");

        int Met(string name) => thresholds.EnumerateArray().Single(x => x.GetProperty("name").GetString() == name).GetProperty("counts").GetProperty("met").GetInt32();
        Met("CHRONICALLY_ABSENT").ShouldBe(coverage.GetProperty("chronically_absent").GetInt32() + coverage.GetProperty("other_authority").GetInt32());
        Met("COVENTRY_STAGE_1").ShouldBeGreaterThan(Met("COVENTRY_STAGE_2"));
        shown.Output.ShouldContain("CHILD_MISSING_EDUCATION");
        shown.Output.ShouldContain("not available: needs records of children missing education");
        shown.Output.ShouldContain("Children by threshold, 2021-12-17");
        shown.Output.Split('\n').ShouldNotContain(x => x.Length > 0 && string.IsNullOrWhiteSpace(x));
    }

    [Fact]
    public async Task Thresholds_OfOne_AreListedAndWrittenAsCsv()
    {
        using var folder = new TempFolder();
        var file = folder.File("severe.csv");
        var run = await RunAsync("report", "thresholds", "--threshold", "severely_absent", "--csv", file, "--most", "3");

        run.ExitCode.ShouldBe(0, run.All);
        var rows = await File.ReadAllLinesAsync(file);
        run.Output.ShouldContain($"SEVERELY_ABSENT: {rows.Length - 1}");
        run.Output.ShouldContain($"and {rows.Length - 4} more");
        rows[0].ShouldStartWith("threshold,pupil_id,school_laestab,school_name,first_met_date");
        rows.Skip(1).ShouldAllBe(x => x.StartsWith("SEVERELY_ABSENT,", StringComparison.Ordinal) && x.Contains("2021-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thresholds_OfOneSchool_AreOfThatSchoolOnly()
    {
        var all = JsonDocument.Parse((await RunAsync("report", "thresholds", "--threshold", "SEVERELY_ABSENT", "--json")).Output).RootElement.GetProperty("spells");
        var school = all[0].GetProperty("school_laestab").GetString()!;
        var spells = JsonDocument.Parse((await RunAsync("report", "thresholds", "--school", school, "--json")).Output).RootElement.GetProperty("spells");

        spells.EnumerateArray().ShouldAllBe(x => x.GetProperty("school_laestab").GetString() == school);
        spells.EnumerateArray().Select(x => x.GetProperty("threshold").GetString()).ShouldContain("SEVERELY_ABSENT");
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
