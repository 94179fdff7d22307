using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Attendance;

/// <summary>What one school says of a session.</summary>
public readonly record struct SchoolMark(Laestab School, AttendanceCode Code);
