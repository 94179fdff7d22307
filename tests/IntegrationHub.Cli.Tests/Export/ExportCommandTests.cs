using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Export;

/// <summary><c>hub export</c>, and the page that is printed with it.</summary>
public sealed class ExportCommandTests
{
    private static readonly string[] Autumn = ["--from", "2025-09-01", "--to", "19/12/2025"];

    [Fact]
    public async Task Page_IsWhatTheCodeSays()
    {
        var printed = await CommandRun.OfAsync("export", "--dictionary");
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "data-dictionary.md"));

        printed.ExitCode.ShouldBe(0);
        (page == printed.Output).ShouldBeTrue(
            "docs/data-dictionary.md differs from the code. Make it anew: dotnet run -c Release --project src/IntegrationHub.Cli -- export --dictionary > docs/data-dictionary.md");
        foreach (var table in (string[])["marks", "enrolments", "summaries", "thresholds", "flags", "mark-changes"])
            page.ShouldContain($"\n## {table}\n");
    }

    [Fact]
    public async Task Marks_ByTerm_AreInTheFile_WithPseudonyms()
    {
        using var folder = new TempFolder();
        await ExportTown.PrepareAsync(folder);

        var run = await ExportAsync(folder, "marks", "--term", "autumn 2025", "--to", "2025-12-31");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain($"out.csv holds {ExportTown.Marks} rows, from 2025-09-01 to 2025-12-19, as known at journal position ");
        var lines = await File.ReadAllLinesAsync(folder.File("out.csv"));
        lines.Length.ShouldBe(1 + ExportTown.Marks);
        lines[0].ShouldStartWith("enrolment_pseudonym,pupil_pseudonym,age,school_laestab,session_date,session,code,");
        lines.Count(x => x.Contains(",O,UNAUTHORISED_ABSENCE,true,false,", StringComparison.Ordinal)).ShouldBe(2 * ExportTown.Days);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(folder.File("out.csv")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(folder.Path, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Identified_WithoutPurposeOrPerson_IsWrongUsage_AndWithBothHasIdentifiers()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);

        (await ExportAsync(folder, "enrolments", ["--identified", "--by", "Ana", .. Autumn])).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(2), x => x.Error.ShouldContain("--purpose"));
        (await ExportAsync(folder, "enrolments", ["--identified", "--purpose", "board", .. Autumn])).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(2), x => x.Error.ShouldContain("--by"));
        File.Exists(folder.File("out.csv")).ShouldBeFalse();
        var run = await ExportAsync(folder, "enrolments", ["--identified", "--purpose", "board", "--by", "Ana", .. Autumn]);

        run.ExitCode.ShouldBe(0, run.All);
        var lines = await File.ReadAllLinesAsync(folder.File("out.csv"));
        lines[1].ShouldContain(",2014-05-01,1,8512345,Harbour Lane,Primary,MAIN,2021-09-01,,6,");
        run.All.ShouldNotContain("Ana");
        run.All.ShouldNotContain("board");
    }

    [Fact]
    public async Task FileThatIsThere_StaysUnlessForced()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        folder.Write("out.csv", "mine");

        var refused = await ExportAsync(folder, "enrolments", Autumn);
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("--force");
        (await File.ReadAllTextAsync(folder.File("out.csv"))).Trim().ShouldBe("mine");

        var forced = await ExportAsync(folder, "enrolments", ["--force", .. Autumn]);
        forced.ExitCode.ShouldBe(0, forced.All);
        (await File.ReadAllLinesAsync(folder.File("out.csv"))).Length.ShouldBe(4);
    }

    [Fact]
    public async Task KnownAt_APositionOrATime_GivesWhatWasKnown()
    {
        using var folder = new TempFolder();
        await ExportTown.PrepareAsync(folder);

        (await ExportAsync(folder, "marks", ["--known-at", "3", .. Autumn])).Output.ShouldContain("holds 0 rows");
        (await ExportAsync(folder, "marks", ["--force", "--known-at", "2020-01-01T09:00Z", .. Autumn])).Output.ShouldContain("journal position 0");
        var wrong = await ExportAsync(folder, "marks", ["--force", "--known-at", "last week", .. Autumn]);
        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldContain("2025-09-12T17:00Z");
        (await ExportAsync(folder, "marks", ["--force", "--known-at", "99999", .. Autumn])).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(2), x => x.Error.ShouldContain("MOMENT_NOT_REACHED"));
    }

    [Theory]
    [InlineData("Name the table", "--out", "x.csv")]
    [InlineData("--out", "marks")]
    [InlineData("either --term", "marks", "--term", "Autumn", "--from", "2025-09-01", "--out", "x.csv")]
    [InlineData("pupils", "pupils", "--out", "x.csv")]
    public async Task CommandLine_ThatLacksOrContradicts_IsWrongUsage(string complaint, params string[] args)
    {
        using var folder = new TempFolder();

        var run = await CommandRun.OfAsync(["export", .. args, "--data", folder.Data]);

        run.ExitCode.ShouldBe(2, run.All);
        run.Error.ShouldContain(complaint);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    private static Task<CommandRun> ExportAsync(TempFolder folder, string table, params string[] options) =>
        CommandRun.OfAsync(["export", table, "--out", folder.File("out.csv"), .. options, "--data", folder.Data]);
}
