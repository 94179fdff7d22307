using Spectre.Console;

namespace IntegrationHub.Cli.Output;

/// <summary>
/// The two places a command writes to: results to the output, progress and complaints to the error stream, so that results can be
/// piped on. Colours, boxes and bars are for people; where either is redirected, plain lines take their place.
/// </summary>
internal sealed class Terminal
{
    private readonly TextWriter _error;
    private bool _atEmptyLine;

    public Terminal(TextWriter output, TextWriter error)
    {
        var automatic = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        _error = error;
        Writer = output;
        OutIsForPeople = !automatic && ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        ErrorIsForPeople = !automatic && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        Out = Open(output, OutIsForPeople);
        Error = Open(error, ErrorIsForPeople);
    }

    /// <summary>The output itself, for JSON.</summary>
    public TextWriter Writer { get; }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    public bool OutIsForPeople { get; }

    public bool ErrorIsForPeople { get; }

    /// <summary>A column of words, names and dates, which are never broken.</summary>
    public static TableColumn Words(string title) => new TableColumn(Markup.Escape(title)).NoWrap();

    /// <summary>A column of sentences, which are folded where a screen is narrow.</summary>
    public static TableColumn Prose(string title) => new(Markup.Escape(title));

    /// <summary>A column of figures, which line up at the right.</summary>
    public static TableColumn Figures(string title) => new TableColumn(Markup.Escape(title)).RightAligned().NoWrap();

    /// <summary>A table in the shape for where it goes: a box on a screen, Markdown in a file.</summary>
    public Table NewTable(params ReadOnlySpan<TableColumn> columns)
    {
        var table = new Table { Border = OutIsForPeople ? TableBorder.Rounded : TableBorder.Markdown };
        foreach (var column in columns)
            table.AddColumn(column);
        return table;
    }

    /// <summary>Writes a table with its title.</summary>
    public void Write(string title, Table table)
    {
        if (!_atEmptyLine)
            Say("");
        Line(Out, Writer, OutIsForPeople, title, Color.Default, Decoration.Bold);
        if (OutIsForPeople)
            TableOutput.ToScreen(Out, table);
        else
            TableOutput.ToFile(Writer, table);
        _atEmptyLine = !OutIsForPeople;
    }

    /// <summary>Writes a result.</summary>
    public void Say(string sentence)
    {
        Line(Out, Writer, OutIsForPeople, sentence, Color.Default);
        _atEmptyLine = false;
    }

    /// <summary>Tells what goes on, beside the results.</summary>
    public void Note(string sentence) => Line(Error, _error, ErrorIsForPeople, sentence, Color.Default);

    public void Warn(string sentence) => Line(Error, _error, ErrorIsForPeople, sentence, Color.Yellow);

    public void Complain(string sentence) => Line(Error, _error, ErrorIsForPeople, sentence, Color.Red);

    // A sentence is wrapped on a screen and stays one line in a file.
    private static void Line(
        IAnsiConsole console, TextWriter writer, bool forPeople, string sentence, Color colour, Decoration decoration = Decoration.None)
    {
        if (forPeople)
            console.Write(new Text(sentence + Environment.NewLine, new Style(colour, decoration: decoration)));
        else
            writer.WriteLine(sentence);
    }

    internal static IAnsiConsole Open(TextWriter writer, bool forPeople) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = forPeople ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = forPeople ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = forPeople ? InteractionSupport.Detect : InteractionSupport.No,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
