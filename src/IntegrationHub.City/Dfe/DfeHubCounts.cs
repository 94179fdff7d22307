using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;

namespace IntegrationHub.City.Dfe;

/// <summary>A hub's counts under the names of the published measures: each as the hub says it, none worked out again.</summary>
internal static class DfeHubCounts
{
    public static PublishedCounts Nothing { get; } = PublishedCounts.Of(CodeCounts.Empty);

    public static PublishedCounts Of(AttendanceSummary row)
    {
        AttendanceMeasures measures = row.Measures;
        CodeCounts sessions = CodeCounts.Of(row.SessionsByCode.Select(pair => KeyValuePair.Create(AttendanceCode.Parse(pair.Key), pair.Value)));
        return new PublishedCounts(
            sessions,
            new Dictionary<PublishedMeasure, long>
            {
                // The one measure that the hub has no field for: the sum of two codes.
                [PublishedMeasure.MarkedPresent] = PublishedMeasures.Of(sessions, PublishedMeasure.MarkedPresent),
                [PublishedMeasure.PossibleSessions] = measures.PossibleSessions,
                [PublishedMeasure.OverallAttendance] = measures.AttendedSessions,
                [PublishedMeasure.PresentSessions] = measures.AttendedSessions - measures.ApprovedEducationalActivitySessions,
                [PublishedMeasure.ApprovedEducationalActivity] = measures.ApprovedEducationalActivitySessions,
                [PublishedMeasure.OverallAbsence] = measures.AuthorisedAbsenceSessions + measures.UnauthorisedAbsenceSessions,
                [PublishedMeasure.AuthorisedAbsence] = measures.AuthorisedAbsenceSessions,
                [PublishedMeasure.UnauthorisedAbsence] = measures.UnauthorisedAbsenceSessions,
                [PublishedMeasure.LateSessions] = measures.LateSessions,
            });
    }
}
