using System.Text.RegularExpressions;
using IntegrationHub.Storage.Rebuild;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Cli.Tests.Rebuild;

public sealed class JournalCommandTests
{
    [Fact]
    public async Task DemonstrationCity_MovedAndRebuilt_GivesTheSameFigures()
    {
        using var folder = new TempFolder();
        var (file, moved) = (folder.File("city.hubjournal"), folder.File("moved"));
        var demo = await CommandRun.OfAsync("demo", "--exit", "--pupils", "600", "--schools", "6", "--data", folder.Data, "--grpc-port", "0", "--page-port", "0");
        demo.ExitCode.ShouldBe(0, demo.All);

        var export = await CommandRun.OfAsync("journal", "export", file, "--data", folder.Data);
        var import = await CommandRun.OfAsync("journal", "import", file, "--data", moved);
        var check = await CommandRun.OfAsync("rebuild", "--check", "--data", moved);
        var rebuild = await CommandRun.OfAsync("rebuild", "--data", folder.Data);

        export.ExitCode.ShouldBe(0, export.All);
        import.ExitCode.ShouldBe(0, import.All);
        import.Output.ShouldContain("The hub is complete.");
        check.ExitCode.ShouldBe(0, check.All);
        check.Output.ShouldContain("Every table is equal");
        rebuild.ExitCode.ShouldBe(0, rebuild.All);
        rebuild.Output.ShouldContain("The tables made again are in force.");
        var figures = await FiguresAsync(folder.Data);
        figures.ShouldContain("chronically_absent");
        (await FiguresAsync(moved)).ShouldBe(figures);
    }

    [Fact]
    public async Task Export_OfAFolderWithoutAHub_SaysSoAndMakesNone()
    {
        using var folder = new TempFolder();

        var run = await CommandRun.OfAsync("journal", "export", folder.File("j"), "--data", folder.Data);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("no hub's file");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_IntoAFolderThatHoldsSomething_NamesItAndTouchesNothing()
    {
        using var folder = new TempFolder();
        await Import.SmallTown.PrepareWithRollAsync(folder);
        await CommandRun.OfAsync("journal", "export", folder.File("j"), "--data", folder.Data);

        var run = await CommandRun.OfAsync("journal", "import", folder.File("j"), "--data", folder.Data);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("it holds hub.db");
        (await CommandRun.OfAsync("rebuild", "--check", "--data", folder.Data)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Import_OfADamagedFile_LeavesNothing()
    {
        using var folder = new TempFolder();
        await Import.SmallTown.PrepareWithRollAsync(folder);
        await CommandRun.OfAsync("journal", "export", folder.File("j"), "--data", folder.Data);
        var content = await File.ReadAllBytesAsync(folder.File("j"));
        await File.WriteAllBytesAsync(folder.File("cut"), content[..^10]);

        var run = await CommandRun.OfAsync("journal", "import", folder.File("cut"), "--data", folder.File("moved"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("damaged or not complete");
        Directory.Exists(folder.File("moved")).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_ForAnotherAuthority_LeavesNothing_AndWorksWithItsSetting()
    {
        using var folder = new TempFolder();
        await Import.SmallTown.PrepareWithRollAsync(folder);
        await CommandRun.OfAsync("journal", "export", folder.File("j"), "--data", folder.Data);
        Directory.CreateDirectory(folder.File("moved"));
        folder.Write("moved/hub.json", """{ "Hub": { "Authority": "999" } }""");

        var refused = await CommandRun.OfAsync("journal", "import", folder.File("j"), "--data", folder.File("moved"));
        folder.Write("moved/hub.json", """{ "Hub": { "Authority": "851" } }""");
        var taken = await CommandRun.OfAsync("journal", "import", folder.File("j"), "--data", folder.File("moved"));

        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("authority 851");
        taken.ExitCode.ShouldBe(0, taken.All);
    }

    [Fact]
    public async Task Rebuild_OfAFolderThatIsServed_SaysSo_AndAnExportGoesOn()
    {
        using var folder = new TempFolder();
        await Import.SmallTown.PrepareWithRollAsync(folder);
        await using var hub = await ServingHub.StartAsync("serve", "--data", folder.Data, "--grpc-port", "0", "--page-port", "0");

        var rebuild = await CommandRun.OfAsync("rebuild", "--data", folder.Data);
        var export = await CommandRun.OfAsync("journal", "export", folder.File("j"), "--data", folder.Data);

        rebuild.ExitCode.ShouldBe(1);
        rebuild.Error.ShouldContain("is served already");
        export.ExitCode.ShouldBe(0, export.All);
        (await CommandRun.OfAsync("journal", "import", folder.File("j"), "--data", folder.File("moved"))).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Check_OfAChangedRow_IsTheAnswerNo_AndNamesNobody()
    {
        using var folder = new TempFolder();
        await Import.SmallTown.PrepareWithRollAsync(folder);
        await ChangeAsync(folder.Data);

        var run = await CommandRun.OfAsync("rebuild", "--check", "--differences", "5", "--data", folder.Data);

        run.ExitCode.ShouldBe(1, run.All);
        run.Output.ShouldMatch(@"\| pupil +\| projection +\| +3 \| +3 \| 1 only in force, 1 only made again");
        run.Output.ShouldContain("pupil (pupil_id 1): differs in surname");
        run.Output.ShouldContain($"1 of {HubTables.All.Count} tables differ");
        run.All.ShouldNotContain("Example");
    }

    private static async Task<string> FiguresAsync(string data)
    {
        var run = await CommandRun.OfAsync("report", "coverage", "--json", "--data", data);
        run.ExitCode.ShouldBe(0, run.All);
        return Regex.Replace(run.Output, "\"(start|end)_time\": \"[^\"]*\"", "");
    }

    private static async Task ChangeAsync(string data)
    {
        using var folder = Storage.DataFolder.TryOpen(data).ShouldNotBeNull();
        await using var database = await Storage.Sqlite.SqliteDatabase.OpenAsync(folder.DatabaseFile, default);
        await using var transaction = await database.BeginWriteAsync(default);
        await transaction.Context.Database.ExecuteSqlRawAsync("update pupil set surname = 'Nobody' where pupil_id = 1");
        await transaction.CommitAsync(default);
    }
}
