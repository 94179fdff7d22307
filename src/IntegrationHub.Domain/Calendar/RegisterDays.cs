using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Calendar;

/// <summary>What a school's registers say of its days: whether anything was due, and whether the school was closed.</summary>
/// <remarks>
/// A day takes what any pupil's mark says of either session, so that a closure in the afternoon alone leaves a school day. Marks after the
/// last day are passed over: what is judged on a date must not know the days after it. Z says nothing of the school, and a session nobody
/// marked says nothing at all.
/// </remarks>
public sealed class RegisterDays
{
    private const byte Closed = 1;
    private const byte Marked = 2;
    private const byte Possible = 4;

    private static readonly byte[] Says = BuildSays();

    private readonly byte[] _days;

    /// <param name="first">The first day asked about.</param>
    /// <param name="last">The last day asked about, inclusive.</param>
    public RegisterDays(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException("The last day comes before the first.", nameof(last));
        First = first;
        _days = new byte[last.DayNumber - first.DayNumber + 1];
    }

    public DateOnly First { get; }

    public DateOnly Last => First.AddDays(_days.Length - 1);

    /// <summary>Takes in one enrolment's marks of one academic year, within its dates.</summary>
    public void Add(AcademicYear year, EnrolmentMarks marks)
    {
        int yearStart = year.Start.DayNumber - First.DayNumber;
        (int from, int to) = marks.Clip(Math.Max(0, -2 * yearStart), Math.Min(marks.Strip.Length, 2 * (_days.Length - yearStart)));
        ReadOnlySpan<byte> strip = marks.Strip.Span;
        for (int slot = from; slot < to; slot++)
            _days[yearStart + (slot >> 1)] |= Says[strip[slot]];
    }

    /// <summary>Some session of the day was attended or missed.</summary>
    public bool AnyPossible(DateOnly date) => (At(date) & Possible) != 0;

    /// <summary>Some mark of the day is neither # nor Z.</summary>
    public bool AnyMark(DateOnly date) => (At(date) & Marked) != 0;

    /// <summary>The day is marked, and with nothing but # and Z.</summary>
    public bool IsClosed(DateOnly date) => (At(date) & (Closed | Marked)) == Closed;

    private byte At(DateOnly date) => date < First || date > Last ? (byte)0 : _days[date.DayNumber - First.DayNumber];

    private static byte[] BuildSays()
    {
        byte[] says = new byte[256];
        foreach (AttendanceCode code in AttendanceCode.All)
        {
            says[code.Index] = code switch
            {
                { IsPossible: true } => Marked | Possible,
                { Category: not AttendanceCategory.Administrative } => Marked,
                { Value: "#" } => Closed,
                _ => 0,
            };
        }
        return says;
    }
}
