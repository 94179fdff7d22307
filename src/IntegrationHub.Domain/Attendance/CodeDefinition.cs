namespace IntegrationHub.Domain.Attendance;

/// <summary>One row of a published code table: the code as written, what it is called there, and how its sessions count.</summary>
public sealed record CodeDefinition(string Code, string Name, AttendanceCategory Category);
