using IntegrationHub.City.Names;

namespace IntegrationHub.City.Planning;

/// <summary>Decides which schools a city has, and how many children each has in each year.</summary>
internal static class SchoolPlanner
{
    private const int Years = 12;

    // Children of one form of entry in one year.
    private const int FormSize = 30;

    // Share of the city's children in special schools, and of the others' in primary schools (7 of 12 years).
    private const double SpecialShare = 0.023;
    private const double PrimaryShare = 7.0 / 12;

    // The four special schools: mostly older children with social, emotional and mental health needs; a primary; a secondary; all ages.
    private static readonly (int First, int Last)[] SpecialYears = [(3, 11), (0, 6), (7, 11), (0, 11)];

    /// <summary>The schools, primaries first and special schools last.</summary>
    public static List<CitySchool> Plan(CityOptions options)
    {
        int special = Math.Max(1, ((4 * options.Schools) + 30) / 61);
        int secondary = Math.Max(1, ((11 * options.Schools) + 30) / 61);
        int primary = options.Schools - special - secondary;

        List<CitySchool> schools = [];
        for (int number = 0; number < primary; number++)
            schools.Add(new CitySchool(schools.Count, SchoolNames.Primary(number), CityPhase.Primary, 0, 6));
        for (int number = 0; number < secondary; number++)
            schools.Add(new CitySchool(schools.Count, SchoolNames.Secondary(number), CityPhase.Secondary, 7, 11));
        for (int number = 0; number < special; number++)
        {
            (int first, int last) = SpecialYears[number % SpecialYears.Length];
            schools.Add(new CitySchool(schools.Count, SchoolNames.Special(number), CityPhase.Special, first, last));
        }

        return schools;
    }

    /// <summary>Each child's school and year: pupil after pupil, school by school.</summary>
    public static List<CityPupil> Fill(IReadOnlyList<CitySchool> schools, CityOptions options, CityTargets targets)
    {
        CityRandom random = new(options.Seed, CityStream.Schools);
        CitySchool[] specials = [.. schools.Where(school => school.Phase == CityPhase.Special)];
        int inSpecial = Math.Max((int)(options.Pupils * SpecialShare), specials.Select((_, number) => LeastAt(targets, number)).Sum());
        int inPrimary = (int)((options.Pupils - inSpecial) * PrimaryShare);

        List<CityPupil> pupils = [];
        Spread(schools, CityPhase.Primary, inPrimary, ref random, pupils);
        Spread(schools, CityPhase.Secondary, options.Pupils - inSpecial - inPrimary, ref random, pupils);
        int[] sizes = Divide(inSpecial - specials.Select((_, number) => LeastAt(targets, number)).Sum(), specials.Length, ref random);
        for (int number = 0; number < specials.Length; number++)
            Enter(specials[number], LeastAt(targets, number) + sizes[number], pupils);
        return pupils;
    }

    private static int LeastAt(CityTargets targets, int special) => (2 * targets.AtSpecialSchool(special)) + Years;

    private static void Spread(IReadOnlyList<CitySchool> schools, CityPhase phase, int total, ref CityRandom random, List<CityPupil> pupils)
    {
        CitySchool[] some = [.. schools.Where(school => school.Phase == phase)];
        int form = FormSize * (some[0].LastYear - some[0].FirstYear + 1);
        int[] sizes = total >= form * some.Length ? DivideByForms(total, some.Length, form, ref random) : Divide(total, some.Length, ref random);
        for (int index = 0; index < some.Length; index++)
            Enter(some[index], sizes[index], pupils);
    }

    private static void Enter(CitySchool school, int size, List<CityPupil> pupils)
    {
        int years = school.LastYear - school.FirstYear + 1;
        for (int number = 0; number < size; number++)
            pupils.Add(new CityPupil(pupils.Count, school.FirstYear + (number % years), school));
    }

    // Schools take whole forms of entry, so that classes are full; what is left over goes round, a child a school.
    private static int[] DivideByForms(int total, int schools, int form, ref CityRandom random)
    {
        int[] forms = [.. Divide(total / form, schools, ref random).Select(number => Math.Max(1, number))];
        while (forms.Sum() > total / form)
            forms[Array.IndexOf(forms, forms.Max())]--;

        int[] sizes = [.. forms.Select(number => number * form)];
        for (int left = total - sizes.Sum(), index = 0; left > 0; left--, index++)
            sizes[index % schools]++;
        return sizes;
    }

    // Schools differ in size by up to half of the average to either side.
    private static int[] Divide(int total, int schools, ref CityRandom random)
    {
        int[] weights = new int[schools];
        for (int index = 0; index < schools; index++)
            weights[index] = random.Between(50, 150);

        long sum = weights.Sum();
        int[] sizes = [.. weights.Select(weight => (int)(total * (long)weight / sum))];
        for (int left = total - sizes.Sum(), index = 0; left > 0; left--, index++)
            sizes[index % schools]++;
        return sizes;
    }
}
