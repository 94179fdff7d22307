namespace IntegrationHub.Domain.Attendance;

/// <summary>A child's attendance across all enrolments of one academic year, merged session by session.</summary>
/// <remarks>
/// <para>
/// Published figures are per enrolment: a child at two schools counts twice. This one counts each session once and is no published figure.
/// A mark is real when its session is possible. Where one school's mark is real it is the child's mark: that is the one that is not D,
/// since code D at one school says the child is due at the other. Where no mark is real, one that is not D is preferred (closed, unable to
/// attend), and D counts last.
/// </para>
/// <para>
/// Two or more real marks for one session cannot both be true, even when they agree. Such a session is a conflict: listed, and counted
/// once, in the child's favour where the schools differ. It is attended if any school says so; failing that authorised if any school
/// authorises it; unauthorised only when all say so. Between marks of one category the one with the lower code index counts, so that no
/// order of enrolments changes a figure.
/// </para>
/// </remarks>
public sealed record ChildAttendance(SessionCounts Counts, IReadOnlyList<SessionConflict> Conflicts)
{
    private static readonly byte[] Order = BuildOrder();

    /// <summary>Nothing marked, nothing in conflict.</summary>
    public static ChildAttendance Empty { get; } = new(default, []);

    /// <summary>Merges the whole year.</summary>
    public static ChildAttendance Merge(IReadOnlyList<EnrolmentMarks> enrolments) =>
        Merge(enrolments, 0, enrolments.Count == 0 ? 0 : enrolments.Max(enrolment => enrolment.Strip.Length));

    /// <summary>
    /// Merges the slots from <paramref name="fromSlot"/>, inclusive, to <paramref name="toSlot"/>, exclusive. All strips are of one year.
    /// </summary>
    public static ChildAttendance Merge(IReadOnlyList<EnrolmentMarks> enrolments, int fromSlot, int toSlot)
    {
        if (!AnyOverlap(enrolments))
        {
            SessionCounts counts = default;
            foreach (EnrolmentMarks enrolment in enrolments)
                counts += enrolment.Count(fromSlot, toSlot);
            return new ChildAttendance(counts, []);
        }

        byte[] merged = new byte[toSlot - fromSlot];
        MergeInto(merged, enrolments, fromSlot);
        return new ChildAttendance(AttendanceStrip.Count(merged), ConflictsIn(merged, enrolments, fromSlot));
    }

    /// <summary>
    /// The marks that count for the child, session by session, from <paramref name="fromSlot"/> on, as many as there is room
    /// for and without the conflicts. All strips are of one year; what was withdrawn comes out as not marked.
    /// </summary>
    public static void MergeInto(Span<byte> merged, IReadOnlyList<EnrolmentMarks> enrolments, int fromSlot)
    {
        // Nought is "not marked".
        merged.Clear();
        byte[] order = Order;
        for (int enrolment = 0; enrolment < enrolments.Count; enrolment++)
        {
            (int from, int to) = enrolments[enrolment].Clip(fromSlot, fromSlot + merged.Length);
            if (from >= to)
                continue;
            ReadOnlySpan<byte> marks = enrolments[enrolment].Strip.Span[from..to];
            Span<byte> into = merged.Slice(from - fromSlot, marks.Length);
            for (int slot = 0; slot < marks.Length; slot++)
                into[slot] = order[marks[slot]] < order[into[slot]] ? marks[slot] : into[slot];
        }
    }

    /// <summary>The mark that counts for the child in one session.</summary>
    public static AttendanceCode CodeAt(IReadOnlyList<EnrolmentMarks> enrolments, int slot)
    {
        Span<byte> code = stackalloc byte[1];
        MergeInto(code, enrolments, slot);
        return AttendanceCode.FromIndex(code[0]);
    }

    public static ChildAttendance operator +(ChildAttendance left, ChildAttendance right) =>
        new(left.Counts + right.Counts, [.. left.Conflicts, .. right.Conflicts]);

    private static bool AnyOverlap(IReadOnlyList<EnrolmentMarks> enrolments)
    {
        for (int one = 0; one < enrolments.Count; one++)
        {
            for (int other = one + 1; other < enrolments.Count; other++)
            {
                if (enrolments[one].FirstSlot <= enrolments[other].LastSlot && enrolments[other].FirstSlot <= enrolments[one].LastSlot)
                    return true;
            }
        }

        return false;
    }

    private static List<SessionConflict> ConflictsIn(ReadOnlySpan<byte> merged, IReadOnlyList<EnrolmentMarks> enrolments, int fromSlot)
    {
        List<SessionConflict> conflicts = [];
        for (int slot = fromSlot; slot < fromSlot + merged.Length; slot++)
        {
            int real = 0;
            for (int one = 0; one < enrolments.Count; one++)
                real += AttendanceCode.FromIndex(enrolments[one].At(slot)).IsPossible ? 1 : 0;
            if (real > 1)
                conflicts.Add(new SessionConflict(slot, AttendanceCode.FromIndex(merged[slot - fromSlot]), RealMarks(enrolments, slot)));
        }

        return conflicts;
    }

    private static List<SchoolMark> RealMarks(IReadOnlyList<EnrolmentMarks> enrolments, int slot) =>
    [
        .. enrolments.Select(enrolment => new SchoolMark(enrolment.School, AttendanceCode.FromIndex(enrolment.At(slot))))
            .Where(mark => mark.Code.IsPossible),
    ];

    // The lower of two marks counts. The categories are declared in the order of the rule; D comes after every other mark, no mark after D.
    private static byte[] BuildOrder()
    {
        byte[] order = new byte[256];
        Array.Fill(order, byte.MaxValue);
        byte place = 0;
        IEnumerable<AttendanceCode> inOrder =
            AttendanceCode.All.OrderBy(code => code.Value == "D").ThenBy(code => code.Category).ThenBy(code => code.Index);
        foreach (AttendanceCode code in inOrder)
            order[code.Index] = place++;
        return order;
    }
}
