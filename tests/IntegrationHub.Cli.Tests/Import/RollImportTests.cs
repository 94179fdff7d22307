namespace IntegrationHub.Cli.Tests.Import;

public sealed class RollImportTests
{
    private const string AsOf = "2025-09-12";

    [Fact]
    public async Task Snapshot_TakesEffectAndTakesOffWhomItLeavesOut()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);

        var run = await SmallTown.ImportAsync(folder, "rolls", folder.Write("new.csv", SmallTown.Roll[..3]), "--snapshot", "--as-of", AsOf);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("Snapshots: 1 of 1 have taken effect");
    }

    [Fact]
    public async Task SnapshotWithAFaultyRow_DoesNotTakeEffect()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        var file = folder.Write("new.csv", [.. SmallTown.Roll[..3], "118500,3,,Cam,Example,2014-07-01,not a date,,6"]);

        var run = await SmallTown.ImportAsync(folder, "rolls", file, "--snapshot", "--as-of", AsOf);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("the roll of school 118500 has not taken effect");
        run.Output.ShouldContain("line 4");
    }

    [Theory]
    [InlineData("--snapshot")]
    [InlineData("--as-of", AsOf)]
    [InlineData("--snapshot", "--delta", "--as-of", AsOf)]
    public async Task HalfASnapshot_IsWrongUsage(params string[] options)
    {
        using var folder = new TempFolder();

        var run = await SmallTown.ImportAsync(folder, "rolls", [folder.Write("rolls.csv", SmallTown.Roll), .. options]);

        run.ExitCode.ShouldBe(2);
    }
}
