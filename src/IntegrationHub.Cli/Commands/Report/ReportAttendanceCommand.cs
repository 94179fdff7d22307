using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report attendance</c></summary>
internal sealed class ReportAttendanceCommand : ReportCommand
{
    private readonly AttendanceQuestion _question = new();

    private readonly Option<string?> _csv = new("--csv") { Description = "Writes the figures to this file too, sessions by code among them.", HelpName = "FILE" };

    private readonly Option<string?> _dfe = new("--dfe")
    {
        Description = "Sets the hub's figures beside those of one of DfE's files from \"Pupil attendance in schools\" on Explore education statistics: of a day, a week or the year to date.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _la = new("--la") { Description = "With --dfe: the LA to compare with. Default: the one that the hub's schools are of.", HelpName = "CODE" };

    public ReportAttendanceCommand()
        : base("attendance", "Shows attendance, absence and lateness by phase, school, year, characteristic or time.")
    {
        Details =
        [
            "Rates are of pooled sums, a share of the possible sessions. Persistent is absent for 10 % or more, severe for 50 % or more, chronic is attending less than 50 %, each judged over the sessions of its row.",
            "With --dfe the basis is published, and each rate is shown with the difference in percentage points. Without --to, it is the year to date where the file has it, and else its last day or week.",
        ];
        Examples =
        [
            ("hub report attendance --by phase --term \"Autumn 2021\"", "A term by phase."),
            ("hub report attendance --by week --school 8514001 --weeks 6", "A school's last six weeks."),
            ("hub report attendance --by year --by ehcp --basis child --publish --csv attendance.csv", "Figures that may be handed on."),
            ("hub report attendance --known-at 2025-09-12T17:00Z", "The year to date as it was known then, without what has been corrected since."),
            ("hub report attendance --dfe EES_ytd_data.csv", "The hub beside DfE's year to date."),
        ];
        foreach (var option in (Option[])[_la, _dfe, _csv, .. _question.Options.Reverse()])
            Options.Insert(0, option);
        Validators.Add(result =>
        {
            if (result.GetResult(_dfe) is null && result.GetResult(_la) is not null)
                result.AddError("--la goes with --dfe.");
            if (result.GetResult(_dfe) is not null && _question.SettledByFile.Append(Json).FirstOrDefault(x => result.GetResult(x) is { Implicit: false }) is { } other)
                result.AddError($"{other.Name} does not go with --dfe: the file says what is compared. --csv writes the comparison for another program.");
        });
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new AttendanceService.AttendanceServiceClient(hub.Client.Invoker);
        var csv = parsed.GetValue(_csv);
        if (parsed.GetValue(_dfe) is { } file)
        {
            var knownAt = parsed.GetValue(_question.KnownAt);
            var comparison = new DfeBeside(client, PublishedFileArgument.Read(file), parsed.GetValue(_la), parsed.GetValue(_question.To), knownAt);
            var beside = await comparison.AskAsync(cancellationToken);
            if (csv is not null)
                await BesideTable.SaveAsync(csv, beside, cancellationToken);
            return new Answer(beside.Hub, terminal =>
            {
                BesideTable.Write(terminal, beside, knownAt);
                Tell(terminal, csv);
            });
        }
        var request = _question.Read(parsed);
        var found = await client.SummariseAttendanceAsync(request, cancellationToken: cancellationToken);
        if (csv is not null)
            await AttendanceCsv.TableOf(found, request).SaveAsync(csv, found.Rows, cancellationToken);
        return new Answer(found, terminal =>
        {
            AttendanceTable.Write(terminal, found, request);
            Tell(terminal, csv);
        });
    }

    private static void Tell(Terminal terminal, string? csv)
    {
        if (csv is not null)
            terminal.Say($"Written to {csv}.");
    }
}
