using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Attendance on the screen.</summary>
internal static class AttendanceTable
{
    /// <summary>What stands for a figure that is withheld, as in DfE's files.</summary>
    public const string Withheld = "c";

    public static void Write(Terminal terminal, SummariseAttendanceResponse answer, SummariseAttendanceRequest request)
    {
        terminal.Say($"{answer.Window.StartDate.ToText()} to {answer.Window.EndDate.ToText()}, {BasisOf(request.Basis)}, {(request.KnownAt is null ? "" : "as known ")}{KnownAtOption.Words(request.KnownAt, answer.Freshness)}.");
        if (answer.Rows.Count == 0)
        {
            terminal.Say("Nobody and nothing is marked there.");
            return;
        }
        var two = answer.Rows.Any(x => x.SecondGroup.Length > 0);
        var table = terminal.NewTable(
        [
            Terminal.Words("Group"), .. two ? [Terminal.Words("and")] : Array.Empty<TableColumn>(), Terminal.Figures("Schools"),
            Terminal.Figures(request.Basis == SummaryBasis.Child ? "Children" : "Enrolments"), Terminal.Figures("Possible"), Terminal.Figures("Att. %"),
            Terminal.Figures("Abs. %"), Terminal.Figures("Auth. %"), Terminal.Figures("Unauth. %"), Terminal.Figures("Late %"),
            Terminal.Figures("Persistent"), Terminal.Figures("Severe"), Terminal.Figures("Chronic"),
        ]);
        foreach (var row in answer.Rows)
            table.AddRow([Markup.Escape(row.Group), .. two ? [Markup.Escape(row.SecondGroup)] : Array.Empty<string>(), $"{row.SchoolCount:N0}", .. Figures(row)]);
        terminal.Write("Attendance", table);
        if (request.ForPublication)
            terminal.Say($"{Withheld}: withheld, because it is or would give away a small number, or because it rests on one school or would give that away.");
    }

    private static string BasisOf(SummaryBasis basis) => basis switch
    {
        SummaryBasis.Published => "enrolments and sessions that DfE's published figures count",
        SummaryBasis.Child => "each child once",
        _ => "every enrolment as it is marked",
    };

    private static string[] Figures(AttendanceSummary row)
    {
        if (row.Suppressed)
            return [.. Enumerable.Repeat(Withheld, 10)];
        var measures = row.Measures;
        return
        [
            $"{(row.HasChildCount ? row.ChildCount : row.EnrolmentCount):N0}", $"{measures.PossibleSessions:N0}",
            Percent(measures.HasAttendancePercent, measures.AttendancePercent), Percent(measures.HasOverallAbsencePercent, measures.OverallAbsencePercent),
            Percent(measures.HasAuthorisedAbsencePercent, measures.AuthorisedAbsencePercent),
            Percent(measures.HasUnauthorisedAbsencePercent, measures.UnauthorisedAbsencePercent), Percent(measures.HasLatePercent, measures.LatePercent),
            Cohort(row.PersistentlyAbsent), Cohort(row.SeverelyAbsent), Cohort(row.ChronicallyAbsent),
        ];
    }

    private static string Cohort(AbsenceCohort cohort) => cohort.Suppressed
        ? Withheld
        : cohort.HasPercent ? $"{cohort.Count:N0} ({Percent(true, cohort.Percent)} %)" : $"{cohort.Count:N0}";

    private static string Percent(bool known, double percent) => known ? percent.ToString("0.0", CultureInfo.InvariantCulture) : "";
}
