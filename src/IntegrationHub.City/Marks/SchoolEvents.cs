using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Marks;

/// <summary>What happens to a whole school or year: visits, work experience, a burst boiler.</summary>
internal sealed class SchoolEvents(int seed)
{
    public void Paint(Span<byte> strip, CityPupil pupil)
    {
        CityRandom random = new(seed, CityStream.SchoolDays, (pupil.Home.Index * 16L) + pupil.YearGroup);

        // A day out for the year in most schools, and in some a second.
        Day(strip, random.NextInt(CityTerm.Days.Length), random.Chance(0.8) ? Codes.Visit : Codes.Present(0));
        if (random.Chance(0.3))
            Day(strip, random.NextInt(CityTerm.Days.Length), Codes.Visit);

        int week = random.NextInt(CityTerm.Days.Length - 5);
        if (pupil.YearGroup == 10 && random.Chance(0.35))
        {
            for (int day = week; day < week + 5; day++)
                Day(strip, day, Codes.WorkExperience);
        }

        // One school in nine could not open for a day: nobody's absence, and no possible session.
        CityRandom school = new(seed, CityStream.SchoolDays, (pupil.Home.Index * 16L) + 15);
        int closed = school.NextInt(CityTerm.Days.Length);
        if (school.NextInt(9) == 0)
            strip.Slice(2 * closed, 2).Fill(Codes.UnableToAttend);
    }

    // Only those who were in school go out.
    private static void Day(Span<byte> strip, int day, byte code)
    {
        for (int session = 2 * day; session < (2 * day) + 2; session++)
        {
            if (strip[session] == Codes.Present(session) && code != Codes.Present(0))
                strip[session] = code;
        }
    }
}
