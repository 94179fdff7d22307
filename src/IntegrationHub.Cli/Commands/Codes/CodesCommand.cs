using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Domain.Attendance;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Codes;

/// <summary><c>hub codes</c></summary>
internal sealed class CodesCommand : HubCommand
{
    private readonly Argument<string?> _code = new("CODE")
    {
        Description = "The code to explain, for example I or X05.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Prints them all as the page docs/codes.md." };

    public CodesCommand()
        : base("codes", "Explains the attendance codes: what each was called when, and how its sessions count.")
    {
        Details = ["It asks no hub. What a code of a school's own means is said with 'hub quarantine replay --map-code'."];
        Examples =
        [
            ("hub codes", "Lists every code."),
            ("hub codes I02", "Says what one of them means."),
            ("hub codes --markdown > docs/codes.md", "Makes the published page anew."),
        ];
        Add(_code);
        Add(_markdown);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_markdown))
            CodesPage.Write(terminal.Writer);
        else if (parsed.GetValue(_code) is { } code)
            Explain(terminal, code);
        else
            List(terminal);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Explain(Terminal terminal, string text)
    {
        if (text.Trim() is "" or "-")
        {
            terminal.Say("- or nothing: no mark. The session counts nowhere, and never as an absence.");
            return;
        }
        if (SubCode.Find(text) is { } subCode)
        {
            terminal.Say($"{subCode.Value}: {subCode.Name}. A sub-code: it counts as {subCode.Code} and is kept beside it.");
            text = subCode.Code.Value;
        }
        if (!AttendanceCode.TryParse(text, out var code))
            throw CommandException.WrongUsage($"{text} is no attendance code. 'hub codes' lists those there are.");
        foreach (var (name, validity) in CodeWords.NamesOf(code))
            terminal.Say($"{code} ({validity}): {name}.");
        terminal.Say($"Its sessions count as: {CodeWords.CountsAs(code)}.");
    }

    private static void List(Terminal terminal)
    {
        var table = terminal.NewTable(Terminal.Words("Code"), Terminal.Prose("Name"), Terminal.Words("In force"), Terminal.Words("Counts as"));
        foreach (var code in AttendanceCode.All)
        {
            foreach (var (name, validity) in CodeWords.NamesOf(code))
                table.AddRow(Markup.Escape(code.Value), Markup.Escape(name), validity, CodeWords.CountsAs(code));
        }
        terminal.Write("Attendance codes", table);
        terminal.Say($"Sub-codes, counted as the code they begin with: {string.Join(", ", SubCode.All.Select(x => x.Value))}.");
        terminal.Say("'hub codes CODE' explains one.");
    }
}
