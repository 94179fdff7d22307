namespace IntegrationHub.Domain.Attendance;

/// <summary>School days of illness of one child, one after another.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day so far.</param>
/// <param name="SchoolDays">Days of illness from the first to the last.</param>
/// <param name="Open">Whether no session has been marked otherwise since.</param>
public sealed record IllnessSpell(DateOnly First, DateOnly Last, int SchoolDays, bool Open);
