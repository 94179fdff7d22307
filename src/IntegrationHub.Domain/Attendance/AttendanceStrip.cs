using System.Runtime.Intrinsics;

namespace IntegrationHub.Domain.Attendance;

/// <summary>
/// Counts attendance strips: one byte a session for one enrolment in one academic year, each an <see cref="AttendanceCode"/> index.
/// </summary>
/// <remarks>
/// A strip is as long as its year has slots. Days without school hold <see cref="AttendanceCode.NotMarkedIndex"/> and count as nothing. A
/// byte no code has is damage, or the work of a newer version; it throws, because a figure that quietly left sessions out would look like
/// any other.
/// </remarks>
public static class AttendanceStrip
{
    // Eight counters of 16 bits ride in one register: six categories, late, and bytes that are no code. They are emptied
    // before they can overflow.
    private static readonly int LateLane = 6;
    private static readonly int UnknownLane = 7;
    private static readonly int MostPerRound = ushort.MaxValue;

    private static readonly Vector128<ushort>[] Increments = BuildIncrements();

    /// <summary>Counts every session of a strip.</summary>
    public static SessionCounts Count(ReadOnlySpan<byte> strip)
    {
        SessionCounts total = default;
        while (strip.Length > MostPerRound)
        {
            total += CountRound(strip[..MostPerRound]);
            strip = strip[MostPerRound..];
        }

        return total + CountRound(strip);
    }

    /// <summary>Counts the slots from <paramref name="fromSlot"/>, inclusive, to <paramref name="toSlot"/>, exclusive.</summary>
    public static SessionCounts Count(ReadOnlySpan<byte> strip, int fromSlot, int toSlot) => Count(strip[fromSlot..toSlot]);

    private static SessionCounts CountRound(ReadOnlySpan<byte> strip)
    {
        Vector128<ushort>[] increments = Increments;
        Vector128<ushort> even = default;
        Vector128<ushort> odd = default;
        int slot = 0;
        for (; slot + 1 < strip.Length; slot += 2)
        {
            even += increments[strip[slot]];
            odd += increments[strip[slot + 1]];
        }

        if (slot < strip.Length)
            even += increments[strip[slot]];

        Vector128<ushort> lanes = even + odd;
        if (lanes[UnknownLane] != 0)
            throw new InvalidDataException("The strip holds a byte that is no attendance code.");

        return new SessionCounts
        {
            Attending = lanes[LaneOf(AttendanceCategory.Attending)],
            ApprovedEducationalActivity = lanes[LaneOf(AttendanceCategory.ApprovedEducationalActivity)],
            Authorised = lanes[LaneOf(AttendanceCategory.Authorised)],
            Unauthorised = lanes[LaneOf(AttendanceCategory.Unauthorised)],
            NotPossible = lanes[LaneOf(AttendanceCategory.NotPossible)],
            Administrative = lanes[LaneOf(AttendanceCategory.Administrative)],
            Late = lanes[LateLane],
        };
    }

    private static Vector128<ushort>[] BuildIncrements()
    {
        Vector128<ushort>[] increments = new Vector128<ushort>[256];
        for (int index = 0; index < increments.Length; index++)
        {
            if (!CodeIndex.IsKnown((byte)index))
                increments[index] = Vector128<ushort>.Zero.WithElement(UnknownLane, (ushort)1);
        }

        foreach (AttendanceCode code in AttendanceCode.All)
        {
            Vector128<ushort> increment = Vector128<ushort>.Zero.WithElement(LaneOf(code.Category), (ushort)1);
            increments[code.Index] = code.Value is "L" or "U" ? increment.WithElement(LateLane, (ushort)1) : increment;
        }

        return increments;
    }

    private static int LaneOf(AttendanceCategory category) => (int)category - 1;
}
