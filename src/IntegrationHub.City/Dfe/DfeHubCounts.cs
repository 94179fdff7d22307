using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Dfe;

/// <summary>A hub's counts under the names of the file's columns.</summary>
internal sealed record DfeHubCounts(IReadOnlyDictionary<string, long> Measures, IReadOnlyDictionary<string, long> Sessions, double? AttendancePercent)
{
    public static DfeHubCounts Nothing { get; } = Of(CodeCounts.Empty);

    /// <summary>The column of the measure a rate is of: attendance_perc of overall_attendance, the others by their own name.</summary>
    public static string MeasureOfRate(string rate) => rate == "attendance_perc" ? "overall_attendance" : rate[..^"_perc".Length];

    public static DfeHubCounts Of(AttendanceSummary row)
    {
        AttendanceMeasures measures = row.Measures;
        return new DfeHubCounts(
            new Dictionary<string, long>
            {
                ["possible_sessions"] = measures.PossibleSessions,
                ["overall_attendance"] = measures.AttendedSessions,
                ["present_sessions"] = measures.AttendedSessions - measures.ApprovedEducationalActivitySessions,
                ["approved_educational_activity"] = measures.ApprovedEducationalActivitySessions,
                ["overall_absence"] = measures.AuthorisedAbsenceSessions + measures.UnauthorisedAbsenceSessions,
                ["authorised_absence"] = measures.AuthorisedAbsenceSessions,
                ["unauthorised_absence"] = measures.UnauthorisedAbsenceSessions,
                ["late_sessions"] = measures.LateSessions,
            },
            new Dictionary<string, long>(row.SessionsByCode),
            measures.HasAttendancePercent ? measures.AttendancePercent : null);
    }

    public static DfeHubCounts Of(CodeCounts counts) => new(
        new Dictionary<string, long>
        {
            ["possible_sessions"] = counts.PossibleSessions,
            ["overall_attendance"] = counts.OverallAttendance,
            ["present_sessions"] = counts.PresentSessions,
            ["approved_educational_activity"] = counts.ApprovedEducationalActivity,
            ["overall_absence"] = counts.OverallAbsence,
            ["authorised_absence"] = counts.AuthorisedAbsence,
            ["unauthorised_absence"] = counts.UnauthorisedAbsence,
            ["late_sessions"] = counts.LateSessions,
        },
        AttendanceCode.All.Where(code => counts[code] > 0).ToDictionary(code => code.Value, code => counts[code]),
        null);

    public static DfeHubCounts operator +(DfeHubCounts left, DfeHubCounts right) => new(Add(left.Measures, right.Measures), Add(left.Sessions, right.Sessions), null);

    private static Dictionary<string, long> Add(IReadOnlyDictionary<string, long> left, IReadOnlyDictionary<string, long> right) =>
        left.Keys.Union(right.Keys).ToDictionary(key => key, key => left.GetValueOrDefault(key) + right.GetValueOrDefault(key));
}
