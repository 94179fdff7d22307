using System.CommandLine;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Cli.Commands.History;

/// <summary><c>hub history</c></summary>
internal sealed class HistoryCommand : ReportCommand
{
    private readonly Option<string?> _school = new("--school") { Description = "Only what this school entered, by its DfE number. Needed with the school's own identifier.", HelpName = "LAESTAB" };
    private readonly Option<string?> _pupil = new("--pupil") { Description = "The pupil, by UPN, or by the identifier that the school's own system has.", HelpName = "UPN|ID" };
    private readonly Option<long?> _number = new("--number") { Description = "The pupil, by the hub's own number, as reports name pupils. Instead of --pupil.", HelpName = "NUMBER" };
    private readonly Option<DateOnly?> _from = DateOption.Create("--from", "The first day. Default: 1 August.");
    private readonly Option<DateOnly?> _to = DateOption.Create("--to", "The last day. Default: today.");
    private readonly Option<KnownAt?> _knownAt = KnownAtOption.Create();
    private readonly Option<bool> _changed = new("--changed") { Description = "Only sessions that were amended, or of which different things were said." };

    public HistoryCommand()
        : base("history", "Shows how a pupil's marks came to be what they are: every entry, who amended it, when and why.")
    {
        Details = ["Of the entries of a session the one made last counts. A pupil is named by an identifier, never by name; children who must be protected are not shown."];
        Examples =
        [
            ("hub history --pupil P851234519001", "Every entry of the year to date."),
            ("hub history --school 8512345 --pupil 4711 --changed", "What one school amended, of a pupil by the school's own identifier."),
            ("hub history --number 12 --from 2025-09-01 --to 2025-09-30 --known-at 2025-10-01T00:00Z", "September as it was known when it was over."),
        ];
        foreach (var option in (Option[])[_changed, _knownAt, _to, _from, _number, _pupil, _school])
            Options.Insert(0, option);
        Validators.Add(result =>
        {
            if (result.GetResult(_pupil) is null == result.GetResult(_number) is null)
                result.AddError("Name the pupil, with either --pupil or --number.");
            else if (result.GetResult(_school) is null && result.GetValue(_pupil) is { } pupil && !IsUpn(pupil))
                result.AddError("That is no UPN. With a school's own identifier, name the school too: --school LAESTAB.");
        });
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new MarkHistoryService.MarkHistoryServiceClient(hub.Client.Invoker);
        var request = Read(parsed);
        var found = await client.ListMarkHistoryAsync(request, cancellationToken: cancellationToken);
        return new Answer(found, terminal => HistoryTable.Write(terminal, found, request.KnownAt));
    }

    private ListMarkHistoryRequest Read(ParseResult parsed)
    {
        var (school, pupil) = (parsed.GetValue(_school) ?? "", parsed.GetValue(_pupil));
        var request = new ListMarkHistoryRequest
        {
            SchoolLaestab = school,
            Window = new AttendanceWindow { StartDate = parsed.GetValue(_from)?.ToContract(), EndDate = parsed.GetValue(_to)?.ToContract() },
            KnownAt = parsed.GetValue(_knownAt),
            IncludeUnchanged = !parsed.GetValue(_changed),
        };
        if (pupil is null)
            request.PupilId = parsed.GetValue(_number) ?? 0;
        else if (IsUpn(pupil))
            request.Upn = pupil;
        else
            request.MisPupilId = pupil;
        return request;
    }

    private static bool IsUpn(string text) => Upn.TryParse(text, out _);
}
