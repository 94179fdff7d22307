using System.Text.Json;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Feedback;

/// <summary>What schools are told, from the command line: one school with three pupils, and another that has sent nothing.</summary>
public sealed class FeedbackCommandTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public async Task InitializeAsync()
    {
        await SmallTown.PrepareWithRollAsync(_folder);
        await SmallTown.ImportAsync(_folder, "schools", _folder.Write("more.csv", "urn,laestab,name,phase", "118600,8512346,\"Hill, Lane\",Primary"));
        await SmallTown.ImportAsync(_folder, "registers", _folder.Write(
            "registers.csv",
            SmallTown.RegisterHeader,
            "118500,2025-09-10,AM,1,N", "118500,2025-09-10,AM,2,/", "118500,2025-09-10,AM,3,H",
            "118500,2025-09-10,PM,1,I", "118500,2025-09-10,PM,2,/"));
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("concerns --as-of 2025-09-10 --kind severe", "0.0 %")]
    [InlineData("unexplained --as-of 2025-09-18", "2025-09-17")]
    [InlineData("registers --as-of 2025-09-10 --school 8512345", "PUPIL_NOT_MARKED")]
    [InlineData("codes --as-of 2025-09-10", "OTHER_ERA")]
    [InlineData("upns --as-of 2025-09-10", "MISSING")]
    [InlineData("two-schools --as-of 2025-09-10", "Nothing is listed.")]
    public async Task List_ShowsWhatIsThereToDo_AndNoNames(string words, string shown)
    {
        var run = await RunAsync(words);
        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain(shown);
        run.Output.ShouldNotContain("Example");
        run.Output.ShouldNotContain("Alex");
    }

    [Fact]
    public async Task Csv_OfOneFile_HasTheDeclaredColumnsAndEveryEntry()
    {
        var file = _folder.File("unexplained.csv");
        var run = await RunAsync($"unexplained --as-of 2025-09-18 --csv {file}");
        run.ExitCode.ShouldBe(0, run.All);
        (await File.ReadAllLinesAsync(file)).ShouldBe(
        [
            "school_laestab,school_name,window_start,window_end,period,mis_pupil_id,upn,year_group,session_date,session,due_date,school_days_over,leaving_date",
            "8512345,Harbour Lane,2024-08-01,2025-09-18,,1,,6,2025-09-10,AM,2025-09-17,1,",
        ]);
    }

    [Fact]
    public async Task Csv_OfAFolder_HasADatedFileForEachSchool_AlsoForOneWithNothingToDo()
    {
        var lists = _folder.File("lists");
        var run = await RunAsync($"registers --as-of 2025-09-10 --csv {lists}/");
        run.ExitCode.ShouldBe(0, run.All);
        Directory.GetFiles(lists).Select(Path.GetFileName).ShouldBe(
            ["8512345-registers-2025-09-10.csv", "8512346-registers-2025-09-10.csv"], ignoreOrder: true);
        var hill = await File.ReadAllLinesAsync(Path.Combine(lists, "8512346-registers-2025-09-10.csv"));
        hill.Skip(1).ShouldBe(
        [
            "8512346,\"Hill, Lane\",2025-09-10,2025-09-10,,2025-09-10,AM,NOT_RECEIVED,,,,0",
            "8512346,\"Hill, Lane\",2025-09-10,2025-09-10,,2025-09-10,PM,NOT_RECEIVED,,,,0",
        ]);
    }

    [Fact]
    public async Task Csv_OfAFolder_HasNoFileForASchoolOfWhichNothingIsKnown()
    {
        var lists = _folder.File("lists");
        var run = await RunAsync($"registers --as-of 2024-10-10 --csv {lists}/");
        run.ExitCode.ShouldBe(0, run.All);
        Directory.GetFiles(lists).ShouldBeEmpty();
        run.Output.ShouldContain("Not known, as no calendar is on file that knows the date: 8512345, 8512346.");
    }

    [Fact]
    public async Task Json_HasTheWholeAnswer()
    {
        var run = await RunAsync("registers --as-of 2025-09-10 --json");
        var answer = JsonDocument.Parse(run.Output).RootElement;
        answer.GetProperty("missing").GetArrayLength().ShouldBe(3);
        answer.GetProperty("due_sessions").EnumerateArray().Select(x => x.GetString()).ShouldBe(["AM", "PM"]);
        answer.GetProperty("schools").EnumerateArray().Select(x => x.GetProperty("entry_count").GetInt32()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Screen_ListsTheFirstAndSaysHowManyMore()
    {
        var run = await RunAsync("upns --as-of 2025-09-10 --most 1");
        run.Output.ShouldContain("and 2 more: --most 3 lists them all.");
    }

    [Fact]
    public async Task SchoolThatIsNone_IsSaidSo()
    {
        var run = await RunAsync("codes --school 8519999");
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain("DfE number");
    }

    private Task<CommandRun> RunAsync(string words) => CommandRun.OfAsync(["feedback", .. words.Split(' '), "--data", _folder.Data]);
}
