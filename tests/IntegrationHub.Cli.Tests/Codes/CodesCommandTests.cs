using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Cli.Tests.Codes;

/// <summary><c>hub codes</c>, and the page that is printed with it.</summary>
public sealed class CodesCommandTests
{
    [Fact]
    public async Task Page_IsWhatTheCodeSays()
    {
        var printed = await CommandRun.OfAsync("codes", "--markdown");
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "codes.md"));

        (page == printed.Output).ShouldBeTrue(
            "docs/codes.md differs from the code. Make it anew: dotnet run -c Release --project src/IntegrationHub.Cli -- codes --markdown > docs/codes.md");
    }

    [Fact]
    public async Task Page_HasEveryCodeOfBothEras_AndEverySubCode()
    {
        var lines = (await CommandRun.OfAsync("codes", "--markdown")).Output.Split('\n');

        foreach (var row in CodeTable.From2024.Codes)
            lines.ShouldContain(x => x.StartsWith($"| `{row.Code}` | {row.Name} | ", StringComparison.Ordinal) && !x.Contains("| until "));
        foreach (var row in CodeTable.Before2024.Codes)
            lines.ShouldContain(x => x.StartsWith($"| `{row.Code}` | {row.Name} | ", StringComparison.Ordinal) && !x.Contains("| from "));
        foreach (var subCode in SubCode.All)
            lines.ShouldContain($"| `{subCode.Value}` | `{subCode.Code}` | {subCode.Name} |");
    }

    [Theory]
    [InlineData("x05", "X05: In quarantine after travel. A sub-code: it counts as X")]
    [InlineData("H", "until 18 August 2024")]
    [InlineData("Y7", "from 19 August 2024")]
    [InlineData("u", "absent, unauthorised")]
    public async Task Code_IsExplained(string code, string says)
    {
        var run = await CommandRun.OfAsync("codes", code);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain(says);
    }

    [Fact]
    public async Task Code_ThatIsNone_IsWrongUsage() => (await CommandRun.OfAsync("codes", "J9")).ExitCode.ShouldBe(2);

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    public async Task NoMark_IsExplained(string code)
    {
        var run = await CommandRun.OfAsync("codes", code);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("no mark");
    }
}
