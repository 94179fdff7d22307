using System.Text.Json;

namespace IntegrationHub.Cli.Tests.Import;

public sealed class RegisterImportTests
{
    private static readonly string[] Week =
    [
        SmallTown.RegisterHeader,
        "118500,2025-09-10,AM,1,/",
        "118500,2025-09-10,AM,2,N",
        "118500,2025-09-10,AM,3,L",
        "118500,2025-09-10,PM,1,\\",
    ];

    [Fact]
    public async Task GoodFile_IsTakenWhole()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);

        var run = await SmallTown.ImportAsync(folder, "registers", folder.Write("week.csv", Week));

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("4 rows read, 4 taken, 0 refused");
        (await FeedAsync(folder)).GetProperty("accepted_count").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothingAndSaysSo()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await SmallTown.ImportAsync(folder, "registers", folder.Write("week.csv", Week));
        var before = await PositionAsync(folder);

        var run = await SmallTown.ImportAsync(folder, "registers", folder.File("week.csv"));

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("nothing has changed");
        (await PositionAsync(folder)).ShouldBe(before);
    }

    [Fact]
    public async Task SameFileAgain_IsTakenAsNew()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await SmallTown.ImportAsync(folder, "registers", folder.Write("week.csv", Week));
        var before = await PositionAsync(folder);

        var run = await SmallTown.ImportAsync(folder, "registers", folder.File("week.csv"), "--again");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldNotContain("nothing has changed");
        (await PositionAsync(folder)).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task FaultyRows_AreListedByLineWithWhatToDo()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        var file = folder.Write("week.csv", [.. Week, "118500,10.09.2025,AM,1,/", "118500,2025-09-11,AM,,/", "118500,2025-09-11,AM,1,QQ"]);

        var run = await SmallTown.ImportAsync(folder, "registers", file, "--refused", folder.File("refused.csv"));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("7 rows read, 4 taken, 3 refused");
        var refused = await File.ReadAllLinesAsync(folder.File("refused.csv"));
        refused[0].ShouldBe("file,line,outcome,reason,column,advice");
        refused.ShouldContain(x => x.Contains(",6,refused,INVALID_DATE,date,"));
        refused.ShouldContain(x => x.Contains(",7,refused,PUPIL_MISSING,upn,"));
        refused.ShouldContain(x => x.Contains(",8,refused,UNKNOWN_CODE,code,") && x.Contains("Code QQ: "));
    }

    [Fact]
    public async Task MarksWithoutARoll_WaitAndAreNoFault()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareAsync(folder);

        var run = await SmallTown.ImportAsync(folder, "registers", folder.Write("week.csv", Week));

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("4 × PUPIL_NOT_ON_ROLL");
    }

    [Fact]
    public async Task UnknownSchool_RefusesItsRowsInOneLine_AndTheFileGoesInOnceTheSchoolIsThere()
    {
        using var folder = new TempFolder();
        var file = folder.Write("week.csv", Week);

        var before = await SmallTown.ImportAsync(folder, "registers", file);
        await SmallTown.PrepareWithRollAsync(folder);
        var after = await SmallTown.ImportAsync(folder, "registers", file);

        before.ExitCode.ShouldBe(1);
        before.Output.ShouldContain("4 refused");
        before.Output.ShouldContain("2 to 5");
        before.Output.ShouldContain("UNKNOWN_SCHOOL");
        before.Output.ShouldContain("URN 118500: ");
        after.ExitCode.ShouldBe(0, after.All);
        after.Output.ShouldContain("4 rows read, 4 taken, 0 refused");
    }

    [Fact]
    public async Task RunningHub_IsFoundByItsFolder()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await using var serving = await ServingHub.StartAsync("serve", "--data", folder.Data, "--grpc-port", "0", "--page-port", "0");

        var run = await SmallTown.ImportAsync(folder, "registers", folder.Write("week.csv", Week));

        run.ExitCode.ShouldBe(0, run.All);
        (await CommandRun.OfAsync("report", "feeds", "--hub", serving.GrpcAddress)).Output.ShouldContain("import-registers");
    }

    private static async Task<JsonElement> FeedAsync(TempFolder folder) =>
        (await FeedsAsync(folder)).GetProperty("feeds").EnumerateArray().Single(x => x.GetProperty("feed").GetString() == "REGISTERS");

    private static async Task<long> PositionAsync(TempFolder folder) => (await FeedsAsync(folder)).GetProperty("position").GetInt64();

    private static async Task<JsonElement> FeedsAsync(TempFolder folder)
    {
        var run = await CommandRun.OfAsync("report", "feeds", "--json", "--data", folder.Data);
        run.ExitCode.ShouldBe(0, run.All);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
