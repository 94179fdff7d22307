using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Tests.Errors;

/// <summary><c>hub errors</c>, and the page that is printed with it.</summary>
public sealed class ErrorsCommandTests
{
    [Fact]
    public async Task Page_IsWhatTheCodeSays()
    {
        var printed = await CommandRun.OfAsync("errors", "--markdown");
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "errors.md"));

        (page == printed.Output).ShouldBeTrue(
            "docs/errors.md differs from the code. Make it anew: dotnet run -c Release --project src/IntegrationHub.Cli -- errors --markdown > docs/errors.md");
    }

    [Fact]
    public async Task Page_HasAPlaceForEachLinkInIt()
    {
        var page = (await CommandRun.OfAsync("errors", "--markdown")).Output;

        foreach (var reason in ReasonCatalogue.All)
        {
            page.ShouldContain($"\n### {reason.Name}\n\n{reason.Meaning}\n");
            page.ShouldContain($"(#{reason.Name.ToLowerInvariant()})");
        }
    }

    [Fact]
    public async Task Alone_ListsEveryReason()
    {
        var run = await CommandRun.OfAsync("errors");

        run.ExitCode.ShouldBe(0);
        foreach (var reason in ReasonCatalogue.All)
            run.Output.ShouldContain($"| {reason.Name} ");
    }

    [Theory]
    [InlineData("SEQUENCE_GAP")]
    [InlineData("sequence_gap")]
    public async Task Reason_IsExplained(string name)
    {
        var run = await CommandRun.OfAsync("errors", name);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Ends a stream with FAILED_PRECONDITION. Open again at once, and go on from the watermark.");
        run.Output.ShouldContain(ReasonCatalogue.Find(Reason.SequenceGap)!.Mending);
    }

    [Fact]
    public async Task UnknownReason_IsWrongUsage()
    {
        var run = await CommandRun.OfAsync("errors", "NO_SUCH_THING");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("hub errors");
    }
}
