using System.CommandLine;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Quarantine.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary><c>hub quarantine list</c></summary>
internal sealed class ListQuarantineCommand : ReportCommand
{
    private readonly QuarantineFilterOptions _filter = new();
    private readonly Option<bool> _items = new("--items") { Description = "Each thing by itself, with the id that replay and discard take, instead of the sums." };

    private readonly Option<int> _most = new("--most")
    {
        Description = "How many things to list. Default: 100.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 100,
    };

    public ListQuarantineCommand()
        : base("list", "Shows what was sent and does not count, and why.")
    {
        Details = ["'hub errors REASON' says what a reason means and how it is mended."];
        Examples =
        [
            ("hub quarantine list", "Sums it up by school or source and reason."),
            ("hub quarantine list --items --scope 8514001", "Lists what one school has there."),
            ("hub quarantine list --kind pending", "Sums up the marks whose pupils are on no roll."),
        ];
        Options.Insert(0, _most);
        Options.Insert(0, _items);
        _filter.AddTo(this);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new QuarantineService.QuarantineServiceClient(hub.Client.Invoker);
        var filter = _filter.Read(parsed);
        if (parsed.GetValue(_items))
        {
            var items = new ListQuarantineResponse
            {
                Items = { await QuarantineItems.AllAsync(client, filter, parsed.GetValue(_most), cancellationToken) },
            };
            return new Answer(items, terminal => Write(terminal, items));
        }
        var groups = await client.SummariseQuarantineAsync(new() { Filter = filter }, cancellationToken: cancellationToken);
        return new Answer(groups, terminal => Write(terminal, groups));
    }

    private static void Write(Terminal terminal, SummariseQuarantineResponse answer)
    {
        if (answer.Groups.Count == 0)
        {
            terminal.Say("Nothing is in quarantine.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Figures("Number"), Terminal.Words("Of"), Terminal.Words("School or source"), Terminal.Words("Reason"), Terminal.Words("Code"),
            Terminal.Words("First received"), Terminal.Words("Last received"));
        foreach (var group in answer.Groups)
        {
            table.AddRow(
                $"{group.ItemCount:N0}", QuarantineFilterOptions.WordFor(group.Kind), Markup.Escape(group.Scope), Markup.Escape(group.Reason),
                Markup.Escape(group.Code), group.FirstReceiveTime.ToText(), group.LastReceiveTime.ToText());
        }
        terminal.Write("What does not count", table);
        terminal.Say("'hub quarantine replay --map-code' or '--correct-upn' mends, 'hub quarantine discard' throws away.");
    }

    private static void Write(Terminal terminal, ListQuarantineResponse answer)
    {
        if (answer.Items.Count == 0)
        {
            terminal.Say("Nothing is in quarantine.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Words("Item"), Terminal.Words("School or source"), Terminal.Words("Reason"), Terminal.Words("Session"), Terminal.Words("Pupil"),
            Terminal.Words("Code"), Terminal.Words("Sent by"), Terminal.Words("Received"));
        foreach (var item in answer.Items)
        {
            table.AddRow(
                Markup.Escape(item.ItemId), Markup.Escape(item.Scope), Markup.Escape(item.Reason), Session(item.Mark), Markup.Escape(Pupil(item.Mark)),
                Markup.Escape(item.Mark?.Code ?? ""), Markup.Escape($"{item.System} {item.WriterId}"), item.ReceiveTime.ToText());
        }
        terminal.Write("What does not count, one by one", table);
    }

    private static string Session(QuarantinedMark? mark) =>
        mark is null ? "" : $"{mark.SessionDate.ToText()} {mark.Session.ToString().ToUpperInvariant()}";

    private static string Pupil(QuarantinedMark? mark) => mark?.PupilCase switch
    {
        QuarantinedMark.PupilOneofCase.Upn => $"UPN {mark.Upn}",
        QuarantinedMark.PupilOneofCase.MisPupilId => $"MIS {mark.MisPupilId}",
        _ => "",
    };
}
