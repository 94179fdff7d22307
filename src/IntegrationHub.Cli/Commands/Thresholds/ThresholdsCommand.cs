using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Domain.Thresholds;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Thresholds;

/// <summary><c>hub thresholds</c></summary>
internal sealed class ThresholdsCommand : HubCommand
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "The threshold to explain, for example COVENTRY_STAGE_2.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Prints them all as the page docs/thresholds.md." };

    public ThresholdsCommand()
        : base("thresholds", "Explains the thresholds of attendance: what they say, who says so, and what may be set.")
    {
        Details =
        [
            "It asks no hub: what it says belongs to the hub's version, with every setting at its default. 'hub report thresholds' says what is in force, and who meets them.",
        ];
        Examples =
        [
            ("hub thresholds", "Lists every threshold."),
            ("hub thresholds PENALTY_NOTICE_NATIONAL", "Says what one of them is."),
            ("hub thresholds --markdown > docs/thresholds.md", "Makes the published page anew."),
        ];
        Add(_name);
        Add(_markdown);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_markdown))
            ThresholdsPage.Write(terminal.Writer);
        else if (parsed.GetValue(_name) is { } name)
            Explain(terminal, name);
        else
            List(terminal);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Explain(Terminal terminal, string name)
    {
        var threshold = ThresholdCatalogue.Find(name.Trim().ToUpperInvariant())
            ?? throw CommandException.WrongUsage($"There is no threshold {name}. 'hub thresholds' lists those there are.");
        terminal.Say($"{threshold.Name}: {threshold.Title}");
        terminal.Say(threshold.Says(ThresholdSettings.Default));
        foreach (var remark in ThresholdWords.Remarks(threshold))
            terminal.Say(remark);
        terminal.Say($"Source: {threshold.Source}.");
        foreach (var setting in threshold.Settings)
            terminal.Say($"  {setting.Name} = {setting.Default}: {setting.Says}");
    }

    private static void List(Terminal terminal)
    {
        var table = terminal.NewTable(Terminal.Words("Threshold"), Terminal.Prose("When it is met"), Terminal.Words("Judged"));
        foreach (var threshold in ThresholdCatalogue.All)
            table.AddRow(Markup.Escape(threshold.Name), Markup.Escape(threshold.Says(ThresholdSettings.Default)), ThresholdWords.Judged(threshold));
        terminal.Write("Thresholds", table);
        terminal.Say("'hub thresholds NAME' says what may be set about one.");
    }
}
