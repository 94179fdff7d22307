namespace IntegrationHub.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData]
    public async Task Hub_WithHelpOrNothing_ListsEveryCommand(params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        run.ExitCode.ShouldBe(0);
        foreach (var command in (string[])["serve", "demo", "import", "reconcile", "report", "feedback", "history", "export", "snapshots", "quarantine", "rebuild", "journal", "thresholds", "errors"])
            run.Output.ShouldContain($"\n  {command} ");
    }

    [Theory]
    [InlineData("import", "schools", "calendar", "sources", "rolls", "registers", "cases")]
    [InlineData("report", "attendance", "coverage", "flags", "thresholds", "health-absence", "long-illnesses", "sources", "feeds")]
    [InlineData("feedback", "concerns", "unexplained", "registers", "codes", "upns", "two-schools")]
    [InlineData("snapshots", "list", "approve")]
    [InlineData("quarantine", "list", "replay", "discard", "history")]
    [InlineData("journal", "export", "import")]
    [InlineData("bench", "statistics", "export")]
    public async Task Group_Alone_ListsItsCommands(string group, params string[] commands)
    {
        var run = await CommandRun.OfAsync(group);

        run.ExitCode.ShouldBe(0);
        foreach (var command in commands)
            run.Output.ShouldContain($"\n  {command} ");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("reconcile")]
    [InlineData("import registers")]
    [InlineData("report attendance")]
    [InlineData("report coverage")]
    [InlineData("report health-absence")]
    [InlineData("report long-illnesses")]
    [InlineData("feedback concerns")]
    [InlineData("feedback unexplained")]
    [InlineData("feedback registers")]
    [InlineData("feedback codes")]
    [InlineData("feedback upns")]
    [InlineData("feedback two-schools")]
    [InlineData("history")]
    [InlineData("export")]
    [InlineData("report thresholds")]
    [InlineData("snapshots approve")]
    [InlineData("quarantine replay")]
    [InlineData("rebuild")]
    [InlineData("journal export")]
    [InlineData("journal import")]
    [InlineData("thresholds")]
    [InlineData("errors")]
    [InlineData("bench export")]
    public async Task Command_WithHelp_ShowsAnExampleThatNamesIt(string command)
    {
        var run = await CommandRun.OfAsync([.. command.Split(' '), "--help"]);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Examples:");
        run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..].ShouldContain($"hub {command}");
    }

    [Fact]
    public async Task Import_WithHelp_ShowsTheColumns()
    {
        var run = await CommandRun.OfAsync("import", "cases", "--help");

        run.Output.ShouldContain("Columns of plans");
        run.Output.ShouldContain("source_plan_id *");
    }

    [Fact]
    public async Task Command_Mistyped_IsWrongUsageAndNamesTheNearest()
    {
        var run = await CommandRun.OfAsync("serv");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("serve");
        run.Error.ShouldContain("See 'hub --help'.");
    }

    [Fact]
    public async Task Date_Mistyped_IsWrongUsageAndShowsHowToWriteOne()
    {
        var run = await CommandRun.OfAsync("reconcile", "--as-of", "31/02/2025");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("2025-09-12");
    }
}
