using System.CommandLine;
using System.CommandLine.Help;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Import;

namespace IntegrationHub.Cli.Output;

/// <summary>A command's help: what it does, how it is called, its options, and examples to copy.</summary>
/// <remarks>The package's own page lists a subcommand with its whole description; here a list shows the summary alone.</remarks>
internal static class HelpPage
{
    private const int Width = 100;

    /// <summary>"hub import rolls".</summary>
    public static string NameOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{NameOf(parent)} {command.Name}"
        : "hub";

    public static void Write(Command command, TextWriter output)
    {
        var details = command as HubCommand;
        foreach (var paragraph in (string[])[command.Description ?? "", .. details?.Details ?? []])
        {
            foreach (var line in Wrap(paragraph, Width))
                output.WriteLine(line);
            output.WriteLine();
        }
        output.WriteLine("Usage:");
        output.WriteLine("  " + Usage(command));
        WriteRows(output, "Commands", command.Subcommands.Where(x => !x.Hidden).Select(x => (x.Name, x.Description ?? "")));
        WriteRows(output, "Arguments", command.Arguments.Where(x => !x.Hidden).Select(x => ($"<{x.HelpName ?? x.Name}>", x.Description ?? "")));
        foreach (var layout in (command as IHasLayouts)?.Layouts ?? [])
            WriteRows(output, $"Columns of {layout.Title.ToLowerInvariant()} (* is needed)", layout.Columns.Select(x => (x.Name + (x.Needed ? " *" : ""), $"{x.Form} For example {x.Example}")));
        WriteRows(output, "Options", OptionsOf(command).Select(x => (OptionLabel(x), OptionText(x))));
        WriteRows(output, "Examples", details?.Examples ?? [], stacked: true);
    }

    private static string Usage(Command command)
    {
        var parts = new List<string> { NameOf(command) };
        if (command.Subcommands.Count > 0)
            parts.Add("<command>");
        parts.AddRange(command.Arguments.Where(x => !x.Hidden).Select(x => x.Arity.MinimumNumberOfValues > 0 ? $"<{x.HelpName ?? x.Name}>" : $"[{x.HelpName ?? x.Name}]"));
        parts.AddRange(OptionsOf(command).Where(x => x.Required).Select(OptionLabel));
        parts.Add("[options]");
        return string.Join(' ', parts);
    }

    /// <summary>The command's own options, and those of the commands above it that hold for all below.</summary>
    private static IEnumerable<Option> OptionsOf(Command command)
    {
        var inherited = Ancestors(command).SelectMany(x => x.Options).Where(x => x.Recursive);
        return command.Options.Concat(inherited).Where(x => !x.Hidden).Distinct().OrderBy(x => x is HelpOption or VersionOption).ThenBy(x => x.Recursive).ThenBy(ConnectionOptions.IsOne);
    }

    private static IEnumerable<Command> Ancestors(Command command)
    {
        foreach (var parent in command.Parents.OfType<Command>())
            return [parent, .. Ancestors(parent)];
        return [];
    }

    private static string OptionLabel(Option option) =>
        option.ValueType == typeof(bool) || option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";

    private static string OptionText(Option option) => option switch
    {
        HelpOption => "Shows this page.",
        VersionOption => "Shows the version.",
        _ => option.Description + (option.Required ? " Needed." : ""),
    };

    private static void WriteRows(TextWriter output, string title, IEnumerable<(string Label, string Text)> rows, bool stacked = false)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title + ":");
        var indent = stacked ? 6 : list.Max(x => x.Label.Length) + 4;
        foreach (var (label, text) in list)
        {
            var lines = Wrap(text, Width - indent).ToList();
            if (stacked)
                output.WriteLine("  " + label);
            for (var i = 0; i < lines.Count; i++)
                output.WriteLine((i == 0 && !stacked ? "  " + label : "").PadRight(indent) + lines[i]);
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }
}
