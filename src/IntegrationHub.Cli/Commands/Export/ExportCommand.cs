using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Export.V1;

namespace IntegrationHub.Cli.Commands.Export;

/// <summary><c>hub export</c></summary>
internal sealed class ExportCommand : HubCommand
{
    private readonly ExportOptions _options = new();

    private readonly Option<string?> _out = new("--out") { Description = "The CSV file to write. It appears when it is whole, readable by its owner alone.", HelpName = "FILE" };

    private readonly Option<bool> _force = new("--force") { Description = "Puts the file in the place of one that is there." };

    private readonly Option<bool> _dictionary = new("--dictionary") { Description = "Prints the page docs/data-dictionary.md: every table and column. It asks no hub." };

    public ExportCommand()
        : base("export", "Writes a table as CSV for analysts: marks, enrolments, summaries, thresholds, flags, changes of marks.")
    {
        Details =
        [
            "Children are told by pseudonyms, the same in every export of one hub; --identified gives UPNs instead. Names are in no export, and children who must be protected are left out and counted. Every export is logged, without personal data.",
            "The hub's key of pseudonyms is the file pseudonym.key in its data folder: with another key there are other pseudonyms.",
        ];
        Examples =
        [
            ("hub export marks --term Autumn --out marks.csv", "Writes the marks of a term, with pseudonyms."),
            ("hub export summaries --identified --purpose \"attendance board\" --by \"A Analyst\" --out summaries.csv", "Writes the year to date by enrolment, with UPNs."),
            ("hub export --dictionary > docs/data-dictionary.md", "Makes the published page anew."),
        ];
        _options.AddTo(this);
        Add(_out);
        Add(_force);
        Add(_dictionary);
        ConnectionOptions.AddTo(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_dictionary))
        {
            DictionaryPage.Write(terminal.Writer);
            return ExitCode.Done;
        }
        var (request, metadata) = (_options.Read(parsed), _options.Signed(parsed));
        var file = parsed.GetValue(_out) ?? throw CommandException.WrongUsage("Name the file to write, with --out.");
        var replace = parsed.GetValue(_force);
        if (File.Exists(file) && !replace)
            throw CommandException.WrongUsage($"The file {file} is there already. Name another, or say --force.");
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        using var call = new ExportService.ExportServiceClient(hub.Client.Invoker).ExportTable(request, metadata, cancellationToken: cancellationToken);
        var (header, trailer) = await ReceivedTable.SaveAsync(call.ResponseStream, file, replace, cancellationToken);
        Tell(terminal, file, header, trailer);
        return ExitCode.Done;
    }

    private static void Tell(Terminal terminal, string file, ExportHeader header, ExportTrailer trailer)
    {
        terminal.Say(
            $"{file} holds {Counted.Of(trailer.RowCount, "row")}, from {header.Window.StartDate.ToText()} to {header.Window.EndDate.ToText()}, "
            + $"as known at journal position {header.Position:N0}.");
        if (trailer.RestrictedChildren > 0)
            terminal.Say($"Children who must be protected and are left out: {trailer.RestrictedChildren:N0}.");
    }
}
