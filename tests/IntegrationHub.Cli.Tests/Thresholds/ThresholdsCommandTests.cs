using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Cli.Tests.Thresholds;

/// <summary><c>hub thresholds</c>, and the page that is printed with it.</summary>
public sealed class ThresholdsCommandTests
{
    [Fact]
    public async Task Page_IsWhatTheCodeSays()
    {
        var printed = await CommandRun.OfAsync("thresholds", "--markdown");
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "thresholds.md"));

        (page == printed.Output).ShouldBeTrue(
            "docs/thresholds.md differs from the code. Make it anew: dotnet run -c Release --project src/IntegrationHub.Cli -- thresholds --markdown > docs/thresholds.md");
    }

    [Fact]
    public async Task Page_HasEveryThresholdAndSetting()
    {
        var page = (await CommandRun.OfAsync("thresholds", "--markdown")).Output;

        foreach (var threshold in ThresholdCatalogue.All)
        {
            page.ShouldContain($"\n### {threshold.Name}\n");
            page.ShouldContain($"(#{threshold.Name.ToLowerInvariant()})");
        }
        foreach (var setting in ThresholdSetting.All)
            page.ShouldContain($"| `{setting.Name}` | {setting.Says} | {setting.Default} |");
    }

    [Fact]
    public async Task Name_IsExplained_InAnyCase()
    {
        var run = await CommandRun.OfAsync("thresholds", "penalty_notice_portsmouth_2023");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("10 sessions of unauthorised absence");
        run.Output.ShouldContain("Hub:Thresholds:Switches:PENALTY_NOTICE_PORTSMOUTH_2023 = true");
        run.Output.ShouldContain("Portsmouth2023Sessions = 10");
    }

    [Fact]
    public async Task Name_ThatIsNone_IsWrongUsage() => (await CommandRun.OfAsync("thresholds", "NONSENSE")).ExitCode.ShouldBe(2);
}
