using IntegrationHub.City.Names;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Planning;

/// <summary>Gives each child a name, a day of birth and the characteristics a roll holds.</summary>
internal static class PersonPlanner
{
    public static void Plan(IReadOnlyList<CityPupil> pupils, CityOptions options)
    {
        foreach (CityPupil pupil in pupils)
        {
            CityRandom random = new(options.Seed, CityStream.Person, pupil.Index);
            Name(pupil, ref random);
            pupil.DateOfBirth = BirthIn(pupil.YearGroup, ref random);
            pupil.FreeSchoolMeals = random.Chance(pupil.Home.Phase == CityPhase.Special ? 0.45 : 0.26);
            pupil.Sen = SenOf(pupil.Home.Phase, ref random);
            pupil.PupilPremium = pupil.FreeSchoolMeals || random.Chance(0.06);
            pupil.LookedAfter = random.Chance(0.008);
            pupil.HasSocialWorker = pupil.LookedAfter || random.Chance(0.03);
        }
    }

    /// <summary>The first day of birth of a year group: 1 September, five years before reception's school year ends.</summary>
    public static DateOnly FirstBirthday(int yearGroup) => new(2016 - yearGroup, 9, 1);

    private static void Name(CityPupil pupil, ref CityRandom random)
    {
        NameGroup group = PersonNames.Group(random.NextInt(100));
        bool girl = random.Chance(0.49);
        pupil.Sex = girl ? "F" : "M";
        pupil.Forename = random.Pick(girl ? group.Girls : group.Boys);

        // One child in twenty has the surname of another group: families mix.
        NameGroup surnames = random.Chance(0.05) ? PersonNames.Group(random.NextInt(100)) : group;
        pupil.Surname = random.Pick(surnames.Surnames);
    }

    private static DateOnly BirthIn(int yearGroup, ref CityRandom random)
    {
        DateOnly first = FirstBirthday(yearGroup);
        return first.AddDays(random.NextInt(first.AddYears(1).DayNumber - first.DayNumber));
    }

    private static SenProvision SenOf(CityPhase phase, ref CityRandom random)
    {
        double draw = random.NextDouble();
        return phase == CityPhase.Special || draw < 0.02 ? SenProvision.Ehcp
            : draw < 0.15 ? SenProvision.Support
            : SenProvision.None;
    }
}
