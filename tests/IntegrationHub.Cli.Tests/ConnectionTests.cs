namespace IntegrationHub.Cli.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Report_OfAFolderWithoutAHub_SaysSoAndMakesNone()
    {
        using var folder = new TempFolder();

        var run = await CommandRun.OfAsync("report", "coverage", "--data", folder.Data);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("--data");
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Report_OfAnAddressWhereNobodyListens_SaysSoInASentence()
    {
        var run = await CommandRun.OfAsync("report", "feeds", "--hub", "127.0.0.1:1");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldStartWith("The hub cannot be reached");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Report_WithVerbose_TellsTheWholeStory()
    {
        var run = await CommandRun.OfAsync("report", "feeds", "--hub", "127.0.0.1:1", "--verbose");

        run.Error.ShouldContain("   at ");
    }

    [Fact]
    public async Task Report_OfHubAndFolder_IsWrongUsage()
    {
        var run = await CommandRun.OfAsync("report", "feeds", "--hub", "127.0.0.1:1", "--data", "x");

        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Reconcile_OfAnUnknownRun_GivesTheHubsReason()
    {
        using var folder = new TempFolder();
        await CommandRun.OfAsync("import", "schools", folder.Write("s.csv", "urn,laestab,name"), "--data", folder.Data);

        var run = await CommandRun.OfAsync("report", "coverage", "--data", folder.Data);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("NO_COMPLETE_RUN");
    }
}
