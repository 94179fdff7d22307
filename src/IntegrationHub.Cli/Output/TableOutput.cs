using Spectre.Console;
using Spectre.Console.Rendering;

namespace IntegrationHub.Cli.Output;

/// <summary>Writes tables so that nothing in them is lost: not on a narrow screen, and not in a file.</summary>
internal static class TableOutput
{
    // A sentence folded narrower than this is a ladder of single words.
    private const int NarrowestProse = 30;

    private const int AnyWidth = 1 << 16;

    /// <summary>
    /// Writes a table to a screen. Prose is folded to fit. Where that is not enough the lines are longer than the screen: a figure that
    /// is broken in two, or a group without its name, would be read as another.
    /// </summary>
    public static void ToScreen(IAnsiConsole screen, Table table)
    {
        var width = screen.Profile.Width;
        screen.Profile.Width = Math.Max(width, WidthOf(screen, table, NarrowestProse));
        screen.Write(table);
        screen.Profile.Width = width;
    }

    /// <summary>Writes a table to a file, each row in one line, with an empty line on either side as Markdown has it.</summary>
    public static void ToFile(TextWriter file, Table table)
    {
        using var text = new StringWriter();
        var paper = Terminal.Open(text, forPeople: false);
        paper.Profile.Width = WidthOf(paper, table, AnyWidth);
        paper.Write(table);
        file.WriteLine();
        foreach (var line in text.ToString().Split('\n').Select(x => x.TrimEnd()).Where(x => x.Length > 0))
            file.WriteLine(line);
        file.WriteLine();
    }

    /// <summary>The least width at which every word and figure is whole, and prose no narrower than it is or than it may be.</summary>
    private static int WidthOf(IAnsiConsole console, Table table, int narrowestProse)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var edges = table.Columns.Count + 1;
        return edges + table.Columns.Select((column, place) =>
        {
            var widest = table.Rows.Select(x => x[place]).Prepend(column.Header).Max(x => x.Measure(options, AnyWidth).Max);
            var padding = column.Padding is { } around ? around.Left + around.Right : 0;
            return padding + (column.NoWrap ? widest : Math.Min(widest, narrowestProse));
        }).Sum();
    }
}
