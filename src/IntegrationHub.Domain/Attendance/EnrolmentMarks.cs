using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Attendance;

/// <summary>One enrolment's strip for an academic year, and the slots its entry and leaving dates allow, both inclusive.</summary>
/// <remarks>
/// The first slot is the morning of the day of entry and the last the afternoon of the day of leaving: a child who leaves on Friday was on
/// the roll that Friday. Marks outside are kept in the strip and do not count.
/// </remarks>
public readonly record struct EnrolmentMarks(Laestab School, ReadOnlyMemory<byte> Strip, int FirstSlot, int LastSlot)
{
    /// <summary>The marks of an enrolment in a year, from its entry to its leaving date, inclusive; null where it is still open.</summary>
    public static EnrolmentMarks Between(AcademicYear year, Laestab school, ReadOnlyMemory<byte> strip, DateOnly entry, DateOnly? leaving)
    {
        int first = entry <= year.Start ? 0 : entry > year.End ? year.Slots : year.SlotOf(entry, SchoolSession.Am);
        int last = leaving is not { } day || day >= year.End ? year.Slots - 1 : day < year.Start ? -1 : year.SlotOf(day, SchoolSession.Pm);
        return new EnrolmentMarks(school, strip, first, last);
    }

    /// <summary>The slots of a range that the enrolment's dates allow: from, inclusive, to, exclusive; equal where there are none.</summary>
    public (int From, int To) Clip(int fromSlot, int toSlot)
    {
        int from = Math.Max(fromSlot, FirstSlot);
        return (from, Math.Max(from, Math.Min(toSlot, LastSlot + 1)));
    }

    internal byte At(int slot) => slot >= FirstSlot && slot <= LastSlot ? Strip.Span[slot] : AttendanceCode.NotMarkedIndex;

    internal SessionCounts Count(int fromSlot, int toSlot)
    {
        (int from, int to) = Clip(fromSlot, toSlot);
        return from < to ? AttendanceStrip.Count(Strip.Span, from, to) : default;
    }
}
