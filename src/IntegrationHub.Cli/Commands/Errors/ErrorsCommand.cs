using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Domain;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Errors;

/// <summary><c>hub errors</c></summary>
internal sealed class ErrorsCommand : HubCommand
{
    private readonly Argument<string?> _reason = new("REASON")
    {
        Description = "The reason to explain, as a receipt or an error gives it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Prints the whole catalogue as the page docs/errors.md." };

    public ErrorsCommand()
        : base("errors", "Explains the reasons that the hub gives for refusing, holding or remarking on something.")
    {
        Details = ["It asks no hub: what it says belongs to the hub's version."];
        Examples =
        [
            ("hub errors", "Lists every reason."),
            ("hub errors SEQUENCE_GAP", "Says what it means and what to do about it."),
            ("hub errors --markdown > docs/errors.md", "Makes the published page anew."),
        ];
        Add(_reason);
        Add(_markdown);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_markdown))
            ErrorsPage.Write(terminal.Writer);
        else if (parsed.GetValue(_reason) is { } name)
            Explain(terminal, name);
        else
            List(terminal);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Explain(Terminal terminal, string name)
    {
        var reason = ReasonCatalogue.Find(name.Trim().ToUpperInvariant())
            ?? throw CommandException.WrongUsage($"The hub gives no reason {name}. 'hub errors' lists those it gives.");
        terminal.Say(reason.Name);
        foreach (var use in reason.Effects)
            terminal.Say($"  {ReasonWords.Of(use)}");
        terminal.Say("");
        terminal.Say(reason.Meaning);
        terminal.Say(reason.Mending);
    }

    private static void List(Terminal terminal)
    {
        var table = terminal.NewTable(Terminal.Words("Reason"), Terminal.Prose("What it does"), Terminal.Prose("What is the case"));
        foreach (var reason in ReasonCatalogue.All)
        {
            var effects = string.Join("; ", reason.Effects.Select(ReasonWords.Short));
            table.AddRow(Markup.Escape(reason.Name), Markup.Escape(effects), Markup.Escape(reason.Meaning));
        }
        terminal.Write("Reasons", table);
        terminal.Say("'hub errors REASON' says what to do about one.");
    }
}
