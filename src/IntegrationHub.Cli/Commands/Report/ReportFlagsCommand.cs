using System.CommandLine;
using Google.Protobuf.Collections;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Coverage.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report flags</c></summary>
internal sealed class ReportFlagsCommand : ReportCommand
{
    private const int PageSize = 500;

    private static readonly Dictionary<string, FlagKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NO_LEAD"] = FlagKind.NoLead,
        ["NO_LA_LEAD"] = FlagKind.NoLaLead,
        ["TEAM_ONLY"] = FlagKind.TeamOnly,
        ["NO_PLAN"] = FlagKind.NoPlan,
        ["LEAD_ENDING"] = FlagKind.LeadEnding,
        ["NOT_KNOWN"] = FlagKind.NotKnown,
    };

    private readonly Option<string?> _kind = new("--kind") { Description = $"Flags of one kind only: {string.Join(", ", Kinds.Keys)}.", HelpName = "KIND" };

    private readonly Option<int> _most = new("--most")
    {
        Description = "How many flags of a kind to list on the screen; JSON holds all. Default: 20.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 20,
    };

    public ReportFlagsCommand()
        : base("flags", "Lists the open flags by kind: the children about whom somebody should do something.")
    {
        Details = ["Children are named by the hub's own pupil number, never by name."];
        Examples = [("hub report flags", "Lists the open flags."), ("hub report flags --kind NO_LEAD --most 500", "Lists the children whom nobody leads for.")];
        _kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Kinds.Keys]);
        Options.Insert(0, _most);
        Options.Insert(0, _kind);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var request = new ListFlagsRequest { PageSize = PageSize };
        if (parsed.GetValue(_kind) is { } kind)
            request.Kinds.Add(Kinds[kind]);
        var client = new CoverageService.CoverageServiceClient(hub.Client.Invoker);
        var all = new ListFlagsResponse();
        do
        {
            var page = await client.ListFlagsAsync(request, cancellationToken: cancellationToken);
            all.Flags.Add(page.Flags);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return new Answer(all, terminal => Write(terminal, all.Flags, parsed.GetValue(_most)));
    }

    private static void Write(Terminal terminal, RepeatedField<Flag> flags, int most)
    {
        if (flags.Count == 0)
            terminal.Say("No flag is open.");
        foreach (var (name, kind) in Kinds)
        {
            var some = flags.Where(x => x.Kind == kind).ToList();
            if (some.Count > 0)
                WriteKind(terminal, name, some, most);
        }
    }

    private static void WriteKind(Terminal terminal, string name, List<Flag> flags, int most)
    {
        var table = terminal.NewTable(
            Terminal.Figures("Flag"), Terminal.Figures("Pupil"), Terminal.Words("School"), Terminal.Figures("Attended"), Terminal.Figures("Possible"),
            Terminal.Words("Open since"), Terminal.Words("State"), Terminal.Words("With"));
        foreach (var flag in flags.Take(most))
        {
            table.AddRow(
                $"{flag.FlagId}", $"{flag.PupilId}", Markup.Escape(flag.SchoolLaestab), $"{flag.AttendedSessions}", $"{flag.PossibleSessions}",
                flag.OpenDate.ToText(), flag.State.ToString().ToLowerInvariant(), Markup.Escape(flag.AssignedTo.Length > 0 ? flag.AssignedTo : flag.AcknowledgedBy));
        }
        terminal.Write($"{name}: {flags.Count:N0} open", table);
        if (flags.Count > most)
            terminal.Say($"and {flags.Count - most:N0} more: --most {flags.Count} lists them all.");
    }
}
