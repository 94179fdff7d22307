using IntegrationHub.Cli.Output;
using Spectre.Console;

namespace IntegrationHub.Cli.Tests.Output;

/// <summary>Tables where they are wider than there is room.</summary>
public sealed class TableOutputTests
{
    private const string Advice = "Mend the date at the school and send the record again when it is what it should have been from the first day.";

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void NarrowScreen_ShowsEveryGroupAndFigureWhole(int width)
    {
        var shown = Show(width, Figures());

        foreach (var group in (string[])["Secondary", "Alternative provision"])
            shown.Single(x => x.Contains(group, StringComparison.Ordinal)).Split("1,234,567").Length.ShouldBe(13);
    }

    [Fact]
    public void NarrowScreen_FoldsProseAndNothingElse()
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(Terminal.Words("Line"), Terminal.Words("Why"), Terminal.Prose("What to do"));
        table.AddRow("1204", "INVALID_DATE_OF_BIRTH", Advice);

        var shown = Show(80, table);

        shown.ShouldAllBe(x => x.Length <= 80);
        shown.ShouldContain(x => x.Contains("1204", StringComparison.Ordinal) && x.Contains("INVALID_DATE_OF_BIRTH", StringComparison.Ordinal));
        shown.Count(x => x.Contains('│', StringComparison.Ordinal)).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Screen_AfterAWideTable_IsAsWideAsBefore()
    {
        var screen = ScreenOf(new StringWriter(), 80);

        TableOutput.ToScreen(screen, Figures());

        screen.Profile.Width.ShouldBe(80);
    }

    [Fact]
    public void File_HasEachRowInOneLine_AndNoLineOfSpaces()
    {
        using var file = new StringWriter();
        var table = new Table { Border = TableBorder.Markdown };
        table.AddColumns(Terminal.Words("Why"), Terminal.Prose("What to do"));
        table.AddRow("INVALID_DATE", $"{Advice} {Advice}");

        TableOutput.ToFile(file, table);

        var lines = file.ToString().ReplaceLineEndings("\n").Split('\n');
        lines.Length.ShouldBe(6);
        lines.ShouldContain($"| INVALID_DATE | {Advice} {Advice} |");
        lines.ShouldAllBe(x => x.Length == 0 || !string.IsNullOrWhiteSpace(x));
    }

    private static Table Figures()
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(Terminal.Words("Group"));
        foreach (var _ in Enumerable.Range(1, 12))
            table.AddColumn(Terminal.Figures("Unauthorised"));
        foreach (var group in (string[])["Secondary", "Alternative provision"])
            table.AddRow([group, .. Enumerable.Repeat("1,234,567", 12)]);
        return table;
    }

    private static List<string> Show(int width, Table table)
    {
        using var text = new StringWriter();
        TableOutput.ToScreen(ScreenOf(text, width), table);
        return [.. text.ToString().ReplaceLineEndings("\n").Split('\n')];
    }

    private static IAnsiConsole ScreenOf(StringWriter text, int width)
    {
        var screen = Terminal.Open(text, forPeople: false);
        screen.Profile.Width = width;
        return screen;
    }
}
