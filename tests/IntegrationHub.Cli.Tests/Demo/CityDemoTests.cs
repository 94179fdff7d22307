namespace IntegrationHub.Cli.Tests.Demo;

public sealed class CityDemoTests
{
    [Fact]
    public async Task SmallCity_FindsWhatIsExpected_AndStartedAgainGoesOnInItsFolder()
    {
        using var folder = new TempFolder();
        string[] command = ["demo", "--exit", "--pupils", "600", "--schools", "6", "--data", folder.Data, "--grpc-port", "0", "--page-port", "0"];

        var first = await CommandRun.OfAsync(command);
        var second = await CommandRun.OfAsync(command);

        first.ExitCode.ShouldBe(0, first.All);
        first.Output.ShouldContain("Every figure is as expected.");
        first.Output.ShouldContain("marks a second");
        first.Error.ShouldContain("Streaming registers: done");
        second.ExitCode.ShouldBe(0, second.All);
        second.Output.ShouldContain("an earlier run had sent");
    }

    [Fact]
    public async Task Folder_OfSomethingElse_IsNotTouched()
    {
        using var folder = new TempFolder();
        folder.Write("notes.txt", "mine");

        var run = await CommandRun.OfAsync("demo", "--exit", "--data", folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("not empty");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task City_OfImpossibleSize_IsWrongUsage()
    {
        var run = await CommandRun.OfAsync("demo", "--exit", "--pupils", "10", "--schools", "6");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("A city of 6 schools");
    }
}
