using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Dfe;

/// <summary>
/// The marks that a published row counted, made again: as many pupils as the sessions need, each with at most one mark a session.
/// </summary>
/// <remarks>
/// The file tells mornings from afternoons only for pupils present. The other codes are shared out so that the two sessions come as near to
/// each other as they can, and each code in the same proportion, for a pupil can be absent from either.
/// </remarks>
public sealed class DfeMarks
{
    private static readonly AttendanceCode Present = AttendanceCode.Parse("/");
    private static readonly AttendanceCode PresentAfternoon = AttendanceCode.Parse("\\");

    private DfeMarks(byte[] morning, byte[] afternoon)
    {
        Morning = morning;
        Afternoon = afternoon;
    }

    /// <summary>The morning's marks, as indexes of codes; the pupil at the same place in the afternoon is the same.</summary>
    public ReadOnlyMemory<byte> Morning { get; }

    /// <summary>The afternoon's marks. It may be longer or shorter: the pupils beyond the other's end have no mark then.</summary>
    public ReadOnlyMemory<byte> Afternoon { get; }

    /// <summary>How many pupils the sessions need.</summary>
    public int Pupils => Math.Max(Morning.Length, Afternoon.Length);

    /// <summary>The marks of a row that is not suppressed, from its sessions by code.</summary>
    public static DfeMarks Of(CodeCounts sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        long presentMorning = sessions[Present];
        long presentAfternoon = sessions[PresentAfternoon];
        AttendanceCode[] others = [.. AttendanceCode.All.Where(code => code != Present && code != PresentAfternoon && sessions[code] > 0)];
        long other = others.Sum(code => sessions[code]);
        long otherMorning = Math.Clamp(((presentMorning + presentAfternoon + other + 1) / 2) - presentMorning, 0, other);

        byte[] morning = new byte[presentMorning + otherMorning];
        byte[] afternoon = new byte[presentAfternoon + other - otherMorning];
        Span<byte> restOfMorning = Put(morning, Present, presentMorning);
        Span<byte> restOfAfternoon = Put(afternoon, PresentAfternoon, presentAfternoon);

        long before = 0;
        foreach (AttendanceCode code in others)
        {
            long inMorning = ((before + sessions[code]) * otherMorning / other) - (before * otherMorning / other);
            restOfMorning = Put(restOfMorning, code, inMorning);
            restOfAfternoon = Put(restOfAfternoon, code, sessions[code] - inMorning);
            before += sessions[code];
        }

        return new DfeMarks(morning, afternoon);
    }

    private static Span<byte> Put(Span<byte> marks, AttendanceCode code, long sessions)
    {
        marks[..(int)sessions].Fill(code.Index);
        return marks[(int)sessions..];
    }
}
