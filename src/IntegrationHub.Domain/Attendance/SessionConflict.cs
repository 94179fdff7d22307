namespace IntegrationHub.Domain.Attendance;

/// <summary>A session that two or more enrolments of one child mark as possible: who says what, and which mark was counted.</summary>
public sealed record SessionConflict(int Slot, AttendanceCode Counted, IReadOnlyList<SchoolMark> Marks);
