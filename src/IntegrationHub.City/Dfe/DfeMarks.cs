using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Dfe;

/// <summary>The marks that a published row counted, made again: as many pupils as the sessions need, each with at most one mark a session.</summary>
/// <remarks>
/// The file tells mornings from afternoons only for pupils present. The other codes are shared out so that the two sessions come as near to each other
/// as they can, and each code in the same proportion, for a pupil can be absent from either.
/// </remarks>
public sealed class DfeMarks
{
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

    /// <summary>The marks of a row that is not suppressed.</summary>
    public static DfeMarks Of(DfeRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        long presentMorning = row.Sessions["/"];
        long presentAfternoon = row.Sessions["\\"];
        KeyValuePair<string, long>[] others = [.. row.Sessions.Where(pair => pair.Key is not ("/" or "\\") && pair.Value > 0)];
        long other = others.Sum(pair => pair.Value);
        long otherMorning = Math.Clamp(((presentMorning + presentAfternoon + other + 1) / 2) - presentMorning, 0, other);

        byte[] morning = new byte[presentMorning + otherMorning];
        byte[] afternoon = new byte[presentAfternoon + other - otherMorning];
        Span<byte> restOfMorning = Put(morning, "/", presentMorning);
        Span<byte> restOfAfternoon = Put(afternoon, "\\", presentAfternoon);

        long before = 0;
        foreach ((string code, long sessions) in others)
        {
            long inMorning = ((before + sessions) * otherMorning / other) - (before * otherMorning / other);
            restOfMorning = Put(restOfMorning, code, inMorning);
            restOfAfternoon = Put(restOfAfternoon, code, sessions - inMorning);
            before += sessions;
        }

        return new DfeMarks(morning, afternoon);
    }

    private static Span<byte> Put(Span<byte> marks, string code, long sessions)
    {
        marks[..(int)sessions].Fill(AttendanceCode.Parse(code).Index);
        return marks[(int)sessions..];
    }
}
