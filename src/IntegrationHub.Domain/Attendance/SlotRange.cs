namespace IntegrationHub.Domain.Attendance;

/// <summary>
/// Part of one academic year's strips: from <paramref name="FromSlot"/>, inclusive, to <paramref name="ToSlot"/>, exclusive.
/// </summary>
public readonly record struct SlotRange(AcademicYear Year, int FromSlot, int ToSlot)
{
    public int Length => ToSlot - FromSlot;
}
