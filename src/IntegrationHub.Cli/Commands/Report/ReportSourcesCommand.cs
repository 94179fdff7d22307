using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Casework.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report sources</c></summary>
internal sealed class ReportSourcesCommand : ReportCommand
{
    private readonly Option<DateOnly?> _asOf = DateOption.Create("--as-of", "The date to judge staleness on. Default: today.");

    public ReportSourcesCommand()
        : base("sources", "Shows the sources of case records, and whether what each says of leads and plans can be used.")
    {
        Details = ["A source that is not fit answers \"not known\" of every child: no child is flagged on its word."];
        Examples = [("hub report sources", "Shows the sources as they stand today.")];
        Options.Insert(0, _asOf);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new CaseworkService.CaseworkServiceClient(hub.Client.Invoker);
        var request = new ListSourcesRequest { AsOfDate = parsed.GetValue(_asOf)?.ToContract() };
        var found = await client.ListSourcesAsync(request, cancellationToken: cancellationToken);
        return new Answer(found, terminal => Write(terminal, found));
    }

    private static void Write(Terminal terminal, ListSourcesResponse answer)
    {
        if (answer.Sources.Count == 0)
        {
            terminal.Say("No source has been declared: see 'hub import sources'.");
            return;
        }
        var table = terminal.NewTable(
            Terminal.Words("Source"), Terminal.Words("Kind"), Terminal.Words("Required"), Terminal.Prose("Fit"), Terminal.Words("Last complete load"),
            Terminal.Figures("Children"), Terminal.Figures("Joined to a pupil"), Terminal.Figures("Open leads"), Terminal.Figures("With a name"), Terminal.Figures("Open plans"));
        foreach (var source in answer.Sources)
        {
            table.AddRow(
                Markup.Escape(source.SourceId), Markup.Escape(source.SourceKind), source.Required ? "yes" : "no",
                Markup.Escape(source.Fit ? source.Defects.Count == 0 ? "yes" : $"yes, but {string.Join(", ", source.Defects)}" : $"no: {string.Join(", ", source.Defects)}"),
                source.LastCompleteLoadTime is { } loaded ? loaded.ToText() : "never",
                $"{source.ChildCount:N0}", $"{source.MatchedChildCount:N0}", $"{source.OpenLeadCount:N0}", $"{source.NamedLeadCount:N0}", $"{source.OpenPlanCount:N0}");
        }
        terminal.Write("Sources of case records", table);
    }
}
