using System.Globalization;
using CsvHelper;
using IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Attendance as a file: a row for each group, rates to the last digit, and a column for each code that was marked.</summary>
internal static class AttendanceCsv
{
    private static readonly string[] Columns =
    [
        "group", "second_group", "window_start", "window_end", "basis", "journal_position", "schools", "enrolments", "children", "possible_sessions",
        "attended_sessions", "approved_educational_activity_sessions", "authorised_absence_sessions", "unauthorised_absence_sessions", "late_sessions",
        "not_possible_sessions", "attendance_percent", "overall_absence_percent", "authorised_absence_percent", "unauthorised_absence_percent",
        "late_percent", "persistently_absent", "persistently_absent_percent", "severely_absent", "severely_absent_percent", "chronically_absent",
        "chronically_absent_percent",
    ];

    public static void Write(string path, SummariseAttendanceResponse answer, SummariseAttendanceRequest request)
    {
        string[] codes = [.. answer.Rows.SelectMany(x => x.SessionsByCode.Keys).Distinct().Order(StringComparer.Ordinal)];
        using var file = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape });
        file.WriteHeader([.. Columns, .. codes.Select(x => $"code_{x}")]);
        foreach (var row in answer.Rows)
        {
            file.WriteRecord(
            [
                row.Group, row.SecondGroup, answer.Window.StartDate.ToText(), answer.Window.EndDate.ToText(),
                request.Basis == SummaryBasis.Unspecified ? "marked" : request.Basis.ToString().ToLowerInvariant(), Text(answer.Freshness.Position),
                Text(row.SchoolCount), .. Figures(row, request.Basis), .. codes.Select(x => Text(row.SessionsByCode.GetValueOrDefault(x))),
            ]);
        }
    }

    private static IEnumerable<string> Figures(AttendanceSummary row, SummaryBasis basis)
    {
        var (enrolments, children) = basis == SummaryBasis.Child ? ("", Text(row.ChildCount)) : (Text(row.EnrolmentCount), "");
        if (row.Suppressed)
        {
            string[] counted = basis == SummaryBasis.Child ? ["", AttendanceTable.Withheld] : [AttendanceTable.Withheld, ""];
            return [.. counted, .. Enumerable.Repeat(AttendanceTable.Withheld, Columns.Length - Array.IndexOf(Columns, "possible_sessions"))];
        }
        var x = row.Measures;
        return
        [
            enrolments, children, Text(x.PossibleSessions), Text(x.AttendedSessions), Text(x.ApprovedEducationalActivitySessions),
            Text(x.AuthorisedAbsenceSessions), Text(x.UnauthorisedAbsenceSessions), Text(x.LateSessions), Text(x.NotPossibleSessions),
            Text(x.HasAttendancePercent, x.AttendancePercent), Text(x.HasOverallAbsencePercent, x.OverallAbsencePercent),
            Text(x.HasAuthorisedAbsencePercent, x.AuthorisedAbsencePercent), Text(x.HasUnauthorisedAbsencePercent, x.UnauthorisedAbsencePercent),
            Text(x.HasLatePercent, x.LatePercent), .. Cohort(row.PersistentlyAbsent), .. Cohort(row.SeverelyAbsent), .. Cohort(row.ChronicallyAbsent),
        ];
    }

    private static string[] Cohort(AbsenceCohort cohort) => cohort.Suppressed
        ? [AttendanceTable.Withheld, AttendanceTable.Withheld]
        : [Text(cohort.Count), Text(cohort.HasPercent, cohort.Percent)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool known, double percent) => known ? percent.ToString("G15", CultureInfo.InvariantCulture) : "";
}
