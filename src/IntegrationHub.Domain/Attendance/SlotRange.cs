namespace IntegrationHub.Domain.Attendance;

/// <summary>
/// Part of one academic year's strips: from <paramref name="FromSlot"/>, inclusive, to <paramref name="ToSlot"/>, exclusive.
/// </summary>
public readonly record struct SlotRange(AcademicYear Year, int FromSlot, int ToSlot)
{
    public int Length => ToSlot - FromSlot;
}

/// <summary>The ranges of a window.</summary>
public static class SlotRanges
{
    /// <summary>The academic years that they are of, by the year each starts in.</summary>
    public static int[] Years(this SlotRange[] ranges) => Array.ConvertAll(ranges, range => range.Year.StartYear);
}
