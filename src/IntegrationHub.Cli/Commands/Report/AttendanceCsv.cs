using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using Column = IntegrationHub.Server.Tables.Column<IntegrationHub.Contracts.Attendance.V1.AttendanceSummary>;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Attendance as CSV: a row for each group, rates to the last digit, and a column for each code that was marked.</summary>
internal static class AttendanceCsv
{
    /// <summary>The table of an answer; which codes have a column depends on what was marked.</summary>
    public static CsvTable<AttendanceSummary> TableOf(SummariseAttendanceResponse answer, SummariseAttendanceRequest request)
    {
        var codes = answer.Rows.SelectMany(x => x.SessionsByCode.Keys).Distinct().Order(StringComparer.Ordinal);
        return CsvTable<AttendanceSummary>.Of(
            "attendance", "Attendance of one group. c stands for what is withheld.",
            [
                .. About(answer, request), .. Counts(request.Basis), .. Sessions, .. Rates, .. Cohort("persistently_absent", x => x.PersistentlyAbsent),
                .. Cohort("severely_absent", x => x.SeverelyAbsent), .. Cohort("chronically_absent", x => x.ChronicallyAbsent), .. codes.Select(OfCode),
            ]);
    }

    private static Column[] Sessions { get; } =
    [
        Measure("possible_sessions", "Possible sessions.", x => x.PossibleSessions),
        Measure("attended_sessions", "Attended ones.", x => x.AttendedSessions),
        Measure("approved_educational_activity_sessions", "Those of them at an approved educational activity.", x => x.ApprovedEducationalActivitySessions),
        Measure("authorised_absence_sessions", "Authorised absence.", x => x.AuthorisedAbsenceSessions),
        Measure("unauthorised_absence_sessions", "Unauthorised absence.", x => x.UnauthorisedAbsenceSessions),
        Measure("late_sessions", "Late, before and after the register closed.", x => x.LateSessions),
        Measure("not_possible_sessions", "Marked, and outside possible.", x => x.NotPossibleSessions),
    ];

    private static Column[] Rates { get; } =
    [
        Measure("attendance_percent", "Attended of possible. Empty: none was possible. So for those below.", x => x.HasAttendancePercent ? x.AttendancePercent : null),
        Measure("overall_absence_percent", "Absence of possible.", x => x.HasOverallAbsencePercent ? x.OverallAbsencePercent : null),
        Measure("authorised_absence_percent", "Authorised absence of possible.", x => x.HasAuthorisedAbsencePercent ? x.AuthorisedAbsencePercent : null),
        Measure("unauthorised_absence_percent", "Unauthorised absence of possible.", x => x.HasUnauthorisedAbsencePercent ? x.UnauthorisedAbsencePercent : null),
        Measure("late_percent", "Late of possible.", x => x.HasLatePercent ? x.LatePercent : null),
    ];

    private static Column[] About(SummariseAttendanceResponse answer, SummariseAttendanceRequest request) =>
    [
        Text<AttendanceSummary>("group", "The group.", x => x.Group),
        Text<AttendanceSummary>("second_group", "The group of the second grouping. Empty: there is none.", x => x.SecondGroup),
        Day<AttendanceSummary>("window_start", "The first day counted.", _ => answer.Window.StartDate),
        Day<AttendanceSummary>("window_end", "The last day counted.", _ => answer.Window.EndDate),
        Code<AttendanceSummary>("basis", "marked, published or child.", _ => request.Basis == SummaryBasis.Unspecified ? "marked" : request.Basis.ToString().ToLowerInvariant()),
        Whole<AttendanceSummary>("journal_position", "The figures are made of everything up to it.", _ => answer.Freshness.Position),
        Whole<AttendanceSummary>("schools", "Schools with a marked session.", x => x.SchoolCount),
        Text<AttendanceSummary>("known_at", "The time or journal position that was asked for. Empty: now.", _ => KnownAtOption.ToText(request.KnownAt)),
    ];

    private static Column[] Counts(SummaryBasis basis) => basis == SummaryBasis.Child
        ? [Nothing("enrolments"), Figure("children", "Children counted.", x => x.Suppressed, x => x.ChildCount)]
        : [Figure("enrolments", "Enrolments counted.", x => x.Suppressed, x => x.EnrolmentCount), Nothing("children")];

    private static Column[] Cohort(string name, Func<AttendanceSummary, AbsenceCohort> of) =>
    [
        Figure(name, "How many are absent so much.", x => of(x).Suppressed, x => of(x).Count),
        Figure($"{name}_percent", "Of those with a possible session.", x => of(x).Suppressed, x => of(x).HasPercent ? of(x).Percent : null),
    ];

    private static Column Measure(string name, string meaning, Func<AttendanceMeasures, double?> read) =>
        Figure(name, meaning, x => x.Suppressed, x => read(x.Measures));

    private static Column OfCode(string code) =>
        Whole<AttendanceSummary>($"code_{code}", $"Sessions with code {code}.", x => x.SessionsByCode.GetValueOrDefault(code), "register");

    private static Column Nothing(string name) => Text<AttendanceSummary>(name, "Not counted on this basis.", _ => "");

    private static Column Figure(string name, string meaning, Predicate<AttendanceSummary> isWithheld, Func<AttendanceSummary, double?> read) =>
        Text<AttendanceSummary>(
            name, meaning, x => isWithheld(x) ? AttendanceTable.Withheld : read(x)?.ToString("G15", CultureInfo.InvariantCulture) ?? "", "register");
}
