using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Marks;

/// <summary>The term of a child who misses much of it, with exactly as many sessions attended as asked for.</summary>
/// <remarks>Every code it writes is of a possible session, so that attended and possible are known without counting.</remarks>
internal static class AbsentTerm
{
    /// <summary>Leaves <paramref name="attended"/> sessions of the term present, late or at an approved activity, and makes the others absences.</summary>
    public static void Paint(Span<byte> term, int attended, ref CityRandom random)
    {
        Span<bool> there = stackalloc bool[term.Length];
        switch (random.NextInt(3))
        {
            case 0:
                StopComing(there, attended);
                break;
            case 1 when attended <= term.Length / 2:
                MorningsOnly(there, attended);
                break;
            default:
                Now(there, attended, ref random);
                break;
        }

        Fill(term, there, ref random);
    }

    private static void StopComing(Span<bool> there, int attended) => there[..attended].Fill(true);

    private static void MorningsOnly(Span<bool> there, int attended)
    {
        for (int session = 0; session < 2 * attended; session += 2)
            there[session] = true;
    }

    // Now and then: each session's chance is what is still to be attended of what is still to come.
    private static void Now(Span<bool> there, int attended, ref CityRandom random)
    {
        for (int session = 0; session < there.Length; session++)
        {
            there[session] = random.NextInt(there.Length - session) < attended;
            attended -= there[session] ? 1 : 0;
        }
    }

    private static void Fill(Span<byte> term, Span<bool> there, ref CityRandom random)
    {
        byte reason = Reason(ref random);
        for (int session = 0; session < term.Length; session++)
        {
            if (there[session])
            {
                if (random.Chance(0.06))
                    term[session] = random.Chance(0.7) ? Codes.Late : Codes.OffSite;
                continue;
            }

            // Two weeks or so under one reason.
            if (random.Chance(0.05))
                reason = Reason(ref random);
            term[session] = reason;
        }
    }

    private static byte Reason(ref CityRandom random) => random.NextInt(100) switch
    {
        < 48 => Codes.AbsentWithoutReason,
        < 78 => Codes.Ill,
        < 90 => Codes.OtherAuthorised,
        < 95 => Codes.Excluded,
        < 98 => Codes.LateAfterClose,
        _ => Codes.Traveller,
    };
}
