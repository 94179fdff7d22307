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

    [Fact]
    public async Task BirthThatIsNoChilds_IsRefusedByItsColumn()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareAsync(folder);
        string[] rows = [.. SmallTown.Roll, "118500,4,,Di,Example,1914-05-01,2021-09-01,,6", "118500,5,,,Example,01.05.2014,2021-09-01,,6"];

        var run = await SmallTown.ImportAsync(folder, "rolls", folder.Write("rolls.csv", rows), "--refused", folder.File("refused.csv"));

        run.Output.ShouldContain("5 rows read, 3 taken, 2 refused");
        var refused = (await File.ReadAllLinesAsync(folder.File("refused.csv"))).Skip(1).ToList();
        refused[0].ShouldContain(",5,refused,INVALID_DATE_OF_BIRTH,date_of_birth,");
        refused[0].ShouldContain("Mend the date of birth at the school.");
        refused[1].ShouldEndWith(",6,refused,RECORD_INCOMPLETE,forename,forename is empty. Give it a value such as Alex.");
        refused[2].ShouldContain(",6,refused,INVALID_DATE,date_of_birth,");
    }

    [Fact]
    public async Task SameChangesAgain_AreTakenAsNew()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await SmallTown.ImportAsync(folder, "rolls", folder.Write("left.csv", [SmallTown.RollHeader, "118500,1,,Alex,Example,2014-05-01,2021-09-01,2025-07-18,6"]));

        var same = await SmallTown.ImportAsync(folder, "rolls", folder.File("rolls.csv"));
        var again = await SmallTown.ImportAsync(folder, "rolls", folder.File("rolls.csv"), "--again");

        same.Output.ShouldContain("nothing has changed");
        again.ExitCode.ShouldBe(0, again.All);
        again.Output.ShouldNotContain("nothing has changed");
    }

    [Theory]
    [InlineData("--again", "--snapshot", "--as-of", AsOf)]
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
