using IntegrationHub.City.Planning;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Marks;

/// <summary>The term of a child who comes to school on most days.</summary>
internal static class OrdinaryTerm
{
    public static void Paint(Span<byte> term, CityPupil pupil, ref CityRandom random)
    {
        AbsenceRates rates = AbsenceRates.Of(pupil.Home.Phase);

        // Illness and truancy are a matter of the child: most have little, a few have much. The mean of 3u² is 1.
        double draw = random.NextDouble();
        double health = 3 * draw * draw;
        draw = random.NextDouble();
        double will = 3 * draw * draw;

        for (int session = 0; session < term.Length; session += 2)
            session = Day(term, session, rates, health, will, ref random);

        if (pupil.YearGroup == 0)
            StartGently(term, pupil);
    }

    /// <summary>Sends the child to school on the last of its absences until at least half of the possible sessions are attended.</summary>
    public static void KeepAboveHalf(Span<byte> term)
    {
        SessionCounts counts = AttendanceStrip.Count(term);
        long missing = ((counts.Possible + 1) / 2) - counts.Attended;
        for (int session = term.Length - 1; missing > 0; session--)
        {
            AttendanceCode code = AttendanceCode.FromIndex(term[session]);
            if (!code.IsPossible || code.IsAttended)
                continue;
            term[session] = Codes.Present(session);
            missing--;
        }
    }

    // One draw decides what begins on the day. What lasts for days moves the day on, and the day it ends on is told by the caller's next step.
    private static int Day(Span<byte> term, int session, AbsenceRates rates, double health, double will, ref CityRandom random)
    {
        double draw = random.NextDouble();
        if ((draw -= rates.Illness * health) < 0)
            return Span(term, session + random.NextInt(2), random.Between(1, 7), Codes.Ill);
        if ((draw -= rates.Late * will) < 0)
            return Single(term, session + (random.Chance(0.85) ? 0 : 1), Codes.Late, session);
        if ((draw -= rates.Truancy * will) < 0)
            return Span(term, session + random.NextInt(2), random.Between(1, 4), Codes.AbsentWithoutReason);
        if ((draw -= rates.Medical) < 0)
            return Single(term, session + random.NextInt(2), Codes.Medical, session);
        if ((draw -= rates.LateAfterClose * will) < 0)
            return Single(term, session, Codes.LateAfterClose, session);
        if ((draw -= rates.Holiday) < 0)
            return Span(term, session, random.Between(4, 14), Codes.Holiday);
        if ((draw -= rates.HolidayAgreed) < 0)
            return Span(term, session, random.Between(2, 10), Codes.HolidayAgreed);
        if ((draw -= rates.OtherAuthorised) < 0)
            return Span(term, session, random.Between(1, 5), random.NextInt(20) switch { 0 => Codes.Traveller, 1 or 2 => Codes.Religious, _ => Codes.OtherAuthorised });
        if ((draw -= rates.Exclusion) < 0)
            return Span(term, session, 2 * random.Between(1, 3), Codes.Excluded);
        if ((draw -= rates.OffSite) < 0)
            return Single(term, session + random.NextInt(2), random.NextInt(10) switch { 0 => Codes.Interview, 1 or 2 => Codes.Sport, _ => Codes.OffSite }, session);
        if ((draw -= rates.Isolation) < 0)
            return Span(term, session, 2 * random.Between(3, 7), Codes.NotRequired);
        return session;
    }

    private static int Single(Span<byte> term, int session, byte code, int day)
    {
        term[session] = code;
        return day;
    }

    // The session before the next day's first, so that the caller's step lands there.
    private static int Span(Span<byte> term, int session, int length, byte code)
    {
        int end = Math.Min(session + length, term.Length);
        term[session..end].Fill(code);
        return (end - 1) & ~1;
    }

    // Reception begins with mornings only; children under compulsory age are not required in the afternoons.
    private static void StartGently(Span<byte> term, CityPupil pupil)
    {
        int days = pupil.Home.Index % 8;
        for (int session = 1; session < 2 * days && session < term.Length; session += 2)
            term[session] = Codes.NotRequired;
    }
}
