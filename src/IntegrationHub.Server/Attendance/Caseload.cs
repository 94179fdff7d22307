using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>Whose children are asked for: a worker's, or a team's, in one source.</summary>
internal sealed record CaseloadHolder(string SourceId, string? WorkerId, string? TeamId);

/// <summary>One page of a caseload.</summary>
/// <param name="More">Whether children follow after the last of these.</param>
internal sealed record CaseloadPage(IReadOnlyList<CaseloadChild> Children, bool More, Freshness Freshness);

/// <summary>A child of a caseload.</summary>
/// <param name="PupilId">Null: the record is not joined to a pupil, and attendance is not known.</param>
/// <param name="Attendance">Child level. Null: not joined.</param>
internal sealed record CaseloadChild(string SourceChildId, long? PupilId, CaseloadAttendance? Attendance);

/// <summary>A caseload child's attendance in the window.</summary>
/// <param name="LatestAm">This morning's mark, on the window's last day.</param>
/// <param name="LatestPm">This afternoon's mark.</param>
/// <param name="LastMarkedDate">The last day with any mark. Null: none.</param>
/// <param name="Schools">Where the child is enrolled on the window's last day.</param>
internal sealed record CaseloadAttendance(
    SessionCounts Counts, AttendanceCategory LatestAm, AttendanceCategory LatestPm, DateOnly? LastMarkedDate, IReadOnlyList<int> Schools);
