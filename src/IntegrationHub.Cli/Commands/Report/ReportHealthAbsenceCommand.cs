using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.HealthAbsence.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using Column = IntegrationHub.Server.Tables.Column<IntegrationHub.Contracts.HealthAbsence.V1.HealthAbsence>;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report health-absence</c></summary>
internal sealed class ReportHealthAbsenceCommand : ReportCommand
{
    public static readonly CsvTable<HealthAbsence> Csv = CsvTable<HealthAbsence>.Of(
        "health-absence", "Illness and medical sessions of one group of enrolments. Of the total, every column that tells groups apart is empty.",
        Code<HealthAbsence>("school_laestab", "The school's DfE number, seven digits. Empty: not by school.", x => x.SchoolLaestab),
        Whole<HealthAbsence>("year_group", "National Curriculum year; 0 is reception. Empty: not by year group, or not known.", x => x.HasYearGroup ? x.YearGroup : null, "roll"),
        Day<HealthAbsence>("week_start", "The week's Monday. Empty: not by week.", x => x.WeekStartDate),
        Figure("enrolments", "Enrolments with a possible session. c here and below: withheld.", x => x.HasEnrolmentCount, x => x.EnrolmentCount, "hub"),
        Figure("possible_sessions", "Sessions that could have been attended.", x => x.HasPossibleSessions, x => x.PossibleSessions, "register"),
        Figure("enrolments_with_illness", "Enrolments with a session of illness.", x => x.HasEnrolmentsWithIllness, x => x.EnrolmentsWithIllness, "register"),
        Figure("illness_sessions", "Sessions marked I, illness.", x => x.HasIllnessSessions, x => x.IllnessSessions, "register"),
        Figure("illness_percent", "illness_sessions / possible_sessions × 100.", x => x.HasIllnessSessions, x => x.HasIllnessPercent ? x.IllnessPercent : null),
        Figure("enrolments_with_medical", "Enrolments with a session of a medical or dental appointment.", x => x.HasEnrolmentsWithMedical, x => x.EnrolmentsWithMedical, "register"),
        Figure("medical_sessions", "Sessions marked M, a medical or dental appointment.", x => x.HasMedicalSessions, x => x.MedicalSessions, "register"),
        Figure("medical_percent", "medical_sessions / possible_sessions × 100.", x => x.HasMedicalSessions, x => x.HasMedicalPercent ? x.MedicalPercent : null));

    private static readonly Dictionary<string, HealthGrouping> Groupings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = HealthGrouping.Unspecified,
        ["school"] = HealthGrouping.School,
        ["year-group"] = HealthGrouping.YearGroup,
        ["week"] = HealthGrouping.Week,
        ["school-year-group"] = HealthGrouping.SchoolAndYearGroup,
        ["school-week"] = HealthGrouping.SchoolAndWeek,
    };

    private readonly Option<string> _by = new("--by")
    {
        Description = $"By what it is broken down: {string.Join(", ", Groupings.Keys)}. Default: school.",
        HelpName = "GROUPING",
        DefaultValueFactory = _ => "school",
    };

    private readonly Option<DateOnly?> _from = DateOption.Create("--from", "The first day. Default: 1 August of the academic year of the last.");
    private readonly Option<DateOnly?> _to = DateOption.Create("--to", "The last day. Default: today.");
    private readonly Option<KnownAt?> _knownAt = KnownAtOption.Create();
    private readonly Option<string?> _school = new("--school") { Description = "One school, by its DfE number. Default: all.", HelpName = "LAESTAB" };
    private readonly Option<bool> _publish = new("--publish") { Description = "For publication: numbers of 1 to 5 pupils, and what they could be worked out from, are left out." };
    private readonly Option<string?> _csv = new("--csv") { Description = "Writes a CSV file instead.", HelpName = "FILE" };

    public ReportHealthAbsenceCommand()
        : base("health-absence", "Shows absence for illness and for medical appointments, by school, year group and week.")
    {
        Details = ["Of all codes it knows I and M alone, and says nothing of why else a child was away."];
        Examples =
        [
            ("hub report health-absence", "Shows the year to date by school."),
            ("hub report health-absence --by week --publish --csv illness.csv", "Writes the weeks, fit to be published."),
        ];
        _by.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Groupings.Keys]);
        foreach (var option in (Option[])[_csv, _publish, _knownAt, _school, _to, _from, _by])
            Options.Insert(0, option);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var request = new SummariseHealthAbsenceRequest
        {
            Window = new() { StartDate = parsed.GetValue(_from)?.ToContract(), EndDate = parsed.GetValue(_to)?.ToContract() },
            Grouping = Groupings[parsed.GetValue(_by)!],
            SchoolLaestab = parsed.GetValue(_school) ?? "",
            ForPublication = parsed.GetValue(_publish),
            KnownAt = parsed.GetValue(_knownAt),
        };
        var client = new HealthAbsenceService.HealthAbsenceServiceClient(hub.Client.Invoker);
        var found = await client.SummariseHealthAbsenceAsync(request, cancellationToken: cancellationToken);
        if (parsed.GetValue(_csv) is not { } file)
            return new Answer(found, terminal => HealthAbsenceTables.Write(terminal, found));
        await Csv.SaveAsync(file, [.. found.Rows, found.Total], cancellationToken);
        return new Answer(found, terminal => terminal.Say($"{file} holds {Counted.Of(found.Rows.Count, "row")} and the total."));
    }

    private static Column Figure(string name, string meaning, Predicate<HealthAbsence> isShown, Func<HealthAbsence, double?> read, string source = "hub") =>
        Text<HealthAbsence>(
            name, meaning, x => isShown(x) ? read(x)?.ToString("G15", CultureInfo.InvariantCulture) ?? "" : AttendanceTable.Withheld, source);
}
