using IntegrationHub.Cli.Import;

namespace IntegrationHub.Cli.Tests.Import;

/// <summary>docs/import-formats.md is what people read; the layouts are what the command does.</summary>
public sealed class DocumentTests
{
    private static readonly CsvLayout[] Layouts =
    [
        SchoolsCsv.Layout, CalendarCsv.Layout, SourcesCsv.Layout, RollsCsv.Layout, RegistersCsv.Layout, CasesCsv.Children, CasesCsv.Plans, CasesCsv.Involvements,
    ];

    [Fact]
    public async Task Document_ShowsEveryColumnAsTheCommandTakesIt()
    {
        var document = (await File.ReadAllTextAsync(Repository.PathOf("docs", "import-formats.md"))).ReplaceLineEndings("\n");

        foreach (var layout in Layouts)
        {
            string[] rows = ["| column | needed | form | example |", "| --- | --- | --- | --- |",
                .. layout.Columns.Select(x => $"| `{x.Name}` | {(x.Needed ? "yes" : "")} | {x.Form} | `{x.Example}` |")];
            document.ShouldContain(string.Join('\n', rows));
        }
    }

    [Fact]
    public async Task Examples_AreTakenAsTheyStand()
    {
        using var folder = new TempFolder();
        await SmallTown.ImportAsync(folder, "schools", Example(folder, SchoolsCsv.Layout, "close_date"));
        await SmallTown.ImportAsync(folder, "calendar", Example(folder, CalendarCsv.Layout, "school_laestab"));
        await SmallTown.ImportAsync(folder, "sources", Example(folder, SourcesCsv.Layout));

        CommandRun[] runs =
        [
            await SmallTown.ImportAsync(folder, "rolls", Example(folder, RollsCsv.Layout, "leaving_date")),
            await SmallTown.ImportAsync(folder, "registers", Example(folder, RegistersCsv.Layout)),
            await SmallTown.ImportAsync(
                folder, "cases", "--source", "social-care", "--delta", "--children", Example(folder, CasesCsv.Children),
                "--plans", Example(folder, CasesCsv.Plans), "--involvements", Example(folder, CasesCsv.Involvements)),
        ];

        foreach (var run in runs)
            run.ExitCode.ShouldBe(0, run.All);
    }

    private static string Example(TempFolder folder, CsvLayout layout, params string[] without)
    {
        var columns = layout.Columns.Where(x => !without.Contains(x.Name)).ToList();
        return folder.Write($"{layout.Title}.csv", string.Join(',', columns.Select(x => x.Name)), string.Join(',', columns.Select(x => x.Example)));
    }
}
