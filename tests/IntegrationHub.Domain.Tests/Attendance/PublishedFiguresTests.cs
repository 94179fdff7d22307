using IntegrationHub.Domain.Attendance;
using Xunit.Abstractions;

namespace IntegrationHub.Domain.Tests.Attendance;

/// <summary>
/// Recomputes every derived figure of the Department's open data from its raw reason columns, through the hub's own classifier.
/// </summary>
/// <remarks>
/// The files have no column for code F. What authorised absence holds beyond its listed reasons is F, and is given to the classifier as F,
/// so that the total still goes through the category of every code. The split of / and \ is the published one of mornings and afternoons.
/// </remarks>
public class PublishedFiguresTests(ITestOutputHelper output)
{
    private static readonly string[] ListedAuthorised = ["I", "M", "R", "S", "T", "H", "E", "C", "C1", "J1", "C2"];

    // Rates by the code whose sessions they are of.
    private static readonly (string Rate, string Code)[] RatesOfCodes =
    [
        ("illness", "I"), ("appointments", "M"), ("unauth_hol", "G"), ("unauth_oth", "O"), ("unauth_late_registers_closed", "U"),
        ("unauth_not_yet", "N"), ("auth_religious", "R"), ("auth_study", "S"), ("auth_mob", "T"), ("auth_excluded", "E"),
        ("auth_performance", "C1"), ("auth_interview", "J1"), ("auth_part_time", "C2"), ("auth_other", "C"),
    ];

    [SharedDataFact("data", "dfe", "EES_daily_data.csv")]
    public void DailyData_EveryDerivedFigure_IsRecomputedExactly() =>
        CompareEveryRow("EES_daily_data.csv", rows: 3200, holdingF: 62, sessionsOfF: 336);

    [SharedDataFact("data", "dfe", "EES_ytd_data.csv")]
    public void YearToDateData_EveryDerivedFigure_IsRecomputedExactly() =>
        CompareEveryRow("EES_ytd_data.csv", rows: 643, holdingF: 51, sessionsOfF: 636);

    private void CompareEveryRow(string file, int rows, int holdingF, long sessionsOfF)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> published = PublishedFile.Rows(SharedData.PathOf("data", "dfe", file));
        List<string> differences = [];
        List<long> unlisted = [];
        foreach (IReadOnlyDictionary<string, string> row in published)
        {
            CodeCounts counts = CountsOf(row);
            unlisted.Add(counts[AttendanceCode.Parse("F")]);
            differences.AddRange(DifferencesIn(row, counts));
        }

        int holding = unlisted.Count(sessions => sessions > 0);
        output.WriteLine($"{file}: {published.Count} rows, {differences.Count} differences; {holding} hold F, {unlisted.Sum()} sessions.");
        differences.ShouldBeEmpty();
        unlisted.ShouldAllBe(sessions => sessions >= 0);
        (published.Count, holding, unlisted.Sum()).ShouldBe((rows, holdingF, sessionsOfF));
    }

    private static CodeCounts CountsOf(IReadOnlyDictionary<string, string> row)
    {
        Dictionary<AttendanceCode, long> sessions = row.Keys
            .Where(column => column.StartsWith("reason_", StringComparison.Ordinal))
            .Where(column => !column.StartsWith("reason_present", StringComparison.Ordinal))
            .ToDictionary(column => AttendanceCode.Parse(column.Split('_')[1]), column => row.Number(column));
        sessions[AttendanceCode.Parse("/")] = row.Number("reason_present_am");
        sessions[AttendanceCode.Parse("\\")] = row.Number("reason_present_pm");
        long listed = ListedAuthorised.Sum(code => sessions[AttendanceCode.Parse(code)]);
        sessions[AttendanceCode.Parse("F")] = row.Number("authorised_absence") - listed;
        return CodeCounts.Of(sessions);
    }

    private static List<string> DifferencesIn(IReadOnlyDictionary<string, string> row, CodeCounts counts)
    {
        (string Column, long Value)[] measures =
        [
            ("present_sessions", counts.PresentSessions),
            ("overall_attendance", counts.OverallAttendance),
            ("approved_educational_activity", counts.ApprovedEducationalActivity),
            ("overall_absence", counts.OverallAbsence),
            ("authorised_absence", counts.AuthorisedAbsence),
            ("unauthorised_absence", counts.UnauthorisedAbsence),
            ("late_sessions", counts.LateSessions),
            ("possible_sessions", counts.PossibleSessions),
        ];
        (string Column, double? Value)[] rates =
        [
            ("attendance_perc", counts.ToSessionCounts().AttendanceRate),
            ("overall_absence_perc", counts.ToSessionCounts().AbsenceRate),
            ("authorised_absence_perc", counts.ToSessionCounts().AuthorisedAbsenceRate),
            ("unauthorised_absence_perc", counts.ToSessionCounts().UnauthorisedAbsenceRate),
            .. RatesOfCodes.Select(pair =>
                ($"{pair.Rate}_perc", (double?)PublishedRate.Of(counts[AttendanceCode.Parse(pair.Code)], counts.PossibleSessions))),
        ];

        string place = $"{row["new_la_code"]} {row["education_phase"]}";
        return
        [
            .. from measure in measures
               where row.Number(measure.Column) != measure.Value
               select $"{place} {measure.Column} {measure.Value}",
            .. from rate in rates
               where !PublishedRate.AgreesTo15Digits(rate.Value!.Value, row[rate.Column])
               select $"{place} {rate.Column} {rate.Value}",
        ];
    }
}
