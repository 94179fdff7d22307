using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.HealthAbsence.V1;
using static IntegrationHub.Cli.Output.CsvColumns;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report long-illnesses</c></summary>
internal sealed class ReportLongIllnessesCommand : ReportCommand
{
    private const int PageSize = 500;

    public static readonly CsvTable<LongIllness> Csv = CsvTable<LongIllness>.Of(
        "long-illnesses", "A child who has been ill for long in the academic year to date, over all of the child's schools.",
        Code<LongIllness>("school_laestab", "The main school's DfE number, seven digits.", x => x.SchoolLaestab, "roll"),
        Text<LongIllness>("mis_pupil_id", "What that school's own system calls the pupil.", x => x.MisPupilId, "roll"),
        Code<LongIllness>("upn", "The unique pupil number. Empty: the roll gives none.", x => x.Upn, "roll"),
        Whole<LongIllness>("year_group", "National Curriculum year; 0 is reception. Empty: not known.", x => x.HasYearGroup ? x.YearGroup : null, "roll"),
        Whole<LongIllness>("school_days", "School days of illness, half days left out.", x => x.SchoolDays, "register"),
        Whole<LongIllness>("sessions", "Sessions of illness, those of half days included.", x => x.Sessions, "register"),
        Whole<LongIllness>("spells", "How many times the child was ill for whole days.", x => x.SpellCount),
        Day<LongIllness>("longest_first", "The first day of the longest spell. Empty here and below: ill for half days only.", x => x.LongestSpell?.FirstDate),
        Day<LongIllness>("longest_last", "Its last day so far.", x => x.LongestSpell?.LastDate),
        Whole<LongIllness>("longest_school_days", "Its school days.", x => x.LongestSpell?.SchoolDays),
        Truth<LongIllness>("longest_open", "Whether no session has been marked otherwise since.", x => x.LongestSpell?.Open),
        Day<LongIllness>("latest_first", "The first day of the latest spell.", x => x.LatestSpell?.FirstDate),
        Day<LongIllness>("latest_last", "Its last day so far.", x => x.LatestSpell?.LastDate),
        Whole<LongIllness>("latest_school_days", "Its school days.", x => x.LatestSpell?.SchoolDays),
        Truth<LongIllness>("latest_open", "Whether no session has been marked otherwise since: the child may still be ill.", x => x.LatestSpell?.Open));

    private readonly Option<int> _days = new("--days")
    {
        Description = "From how many school days on a child is listed, one after another or in all. Default: 15, as for the sickness return.",
        HelpName = "NUMBER",
    };

    private readonly Option<string?> _school = new("--school") { Description = "The children whose main school it is, by DfE number. Default: all.", HelpName = "LAESTAB" };
    private readonly Option<DateOnly?> _asOf = DateOption.Create("--as-of", "The last day that counts. Default: today.");
    private readonly Option<KnownAt?> _knownAt = KnownAtOption.Create();
    private readonly Option<string?> _csv = new("--csv") { Description = "Writes a CSV file instead.", HelpName = "FILE" };

    public ReportLongIllnessesCommand()
        : base("long-illnesses", "Lists the children who have been ill for long: the sickness return.")
    {
        Details = ["Children are named by their school's own number and the UPN, never by name."];
        Examples = [("hub report long-illnesses", "Lists them."), ("hub report long-illnesses --days 10 --csv long.csv", "Writes those of ten days and more to a file.")];
        foreach (var option in (Option[])[_csv, _days, _knownAt, _asOf, _school])
            Options.Insert(0, option);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var request = new ListLongIllnessesRequest
        {
            SchoolLaestab = parsed.GetValue(_school) ?? "",
            AsOfDate = parsed.GetValue(_asOf)?.ToContract(),
            MinSchoolDays = parsed.GetValue(_days),
            PageSize = PageSize,
            KnownAt = parsed.GetValue(_knownAt),
        };
        var client = new HealthAbsenceService.HealthAbsenceServiceClient(hub.Client.Invoker);
        var all = await client.ListLongIllnessesAsync(request, cancellationToken: cancellationToken);
        while (all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            var page = await client.ListLongIllnessesAsync(request, cancellationToken: cancellationToken);
            all.Illnesses.Add(page.Illnesses);
            all.NextPageToken = page.NextPageToken;
        }
        if (parsed.GetValue(_csv) is not { } file)
            return new Answer(all, terminal => HealthAbsenceTables.Write(terminal, all));
        await Csv.SaveAsync(file, all.Illnesses, cancellationToken);
        return new Answer(all, terminal => terminal.Say($"{file} holds {Counted.Of(all.Illnesses.Count, "child", "children")}."));
    }
}
