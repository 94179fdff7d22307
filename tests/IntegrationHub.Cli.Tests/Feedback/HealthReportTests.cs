using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Feedback;

/// <summary>Absence for reasons of health, from the command line.</summary>
public sealed class HealthReportTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public async Task InitializeAsync()
    {
        await SmallTown.PrepareWithRollAsync(_folder);
        await SmallTown.ImportAsync(_folder, "registers", _folder.Write(
            "registers.csv",
            SmallTown.RegisterHeader,
            "118500,2025-09-10,AM,1,I", "118500,2025-09-10,AM,2,M", "118500,2025-09-10,PM,1,I", "118500,2025-09-10,PM,2,/"));
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task HealthAbsence_AsCsv_HasTheGroupsAndTheTotal()
    {
        var file = _folder.File("health.csv");
        var run = await RunAsync($"health-absence --to 2025-09-30 --by school-week --csv {file}");
        run.ExitCode.ShouldBe(0, run.All);
        (await File.ReadAllLinesAsync(file)).Skip(1).ShouldBe(["8512345,,2025-09-08,2,4,1,2,50,1,1,25", ",,,2,4,1,2,50,1,1,25"]);
    }

    [Fact]
    public async Task HealthAbsence_ForPublication_ShowsWhatIsSuppressed()
    {
        var run = await RunAsync("health-absence --to 2025-09-30 --publish");
        run.Output.ShouldContain("c: withheld");
        run.Output.ShouldNotContain("50.00 %");
        run.Output.ShouldNotContain("*");
        run.Output.ShouldContain("| Total");
        (await RunAsync("health-absence --to 2025-09-30")).Output.ShouldContain("50.00 %");
    }

    [Fact]
    public async Task HealthAbsence_ForPublication_HasTheSameSignInTheFile()
    {
        var file = _folder.File("published.csv");
        await RunAsync($"health-absence --to 2025-09-30 --publish --csv {file}");
        (await File.ReadAllLinesAsync(file))[^1].ShouldBe(",,,c,c,c,c,c,c,c,c");
    }

    [Fact]
    public async Task LongIllnesses_AreListed_AndWrittenAsCsv()
    {
        (await RunAsync("long-illnesses --as-of 2025-09-30")).Output.ShouldContain(": 0 children");
        var run = await RunAsync("long-illnesses --as-of 2025-09-30 --days 1");
        run.Output.ShouldContain("2025-09-10 to now, 1 day");
        run.Output.ShouldNotContain("Alex");
        var file = _folder.File("long.csv");
        await RunAsync($"long-illnesses --as-of 2025-09-30 --days 1 --csv {file}");
        (await File.ReadAllLinesAsync(file))[1].ShouldBe("8512345,1,,6,1,2,1,2025-09-10,2025-09-10,1,true,2025-09-10,2025-09-10,1,true");
    }

    private Task<CommandRun> RunAsync(string words) => CommandRun.OfAsync(["report", .. words.Split(' '), "--data", _folder.Data]);
}
