using System.Globalization;

namespace IntegrationHub.City.Planning;

/// <summary>Divides each school's years into classes: at most thirty children, in special schools at most ten.</summary>
internal static class ClassPlanner
{
    public static void Plan(IReadOnlyList<CitySchool> schools)
    {
        foreach (CitySchool school in schools)
        {
            foreach (IGrouping<int, CityEnrolment> year in school.Enrolments.GroupBy(enrolment => enrolment.Pupil.YearGroup).OrderBy(year => year.Key))
                school.Classes.AddRange(Divide(school, year.Key, [.. year]));
        }
    }

    private static CityClass[] Divide(CitySchool school, int yearGroup, CityEnrolment[] members)
    {
        int most = school.Phase == CityPhase.Special ? 10 : 30;
        int number = (members.Length + most - 1) / most;
        CityClass[] classes = [.. Enumerable.Range(0, number).Select(index => new CityClass(school, yearGroup, NameOf(yearGroup, index)))];
        for (int index = 0; index < members.Length; index++)
            classes[index % number].Members.Add(members[index]);
        return classes;
    }

    private static string NameOf(int yearGroup, int index)
    {
        string letters = index < 26 ? $"{(char)('A' + index)}" : string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (index % 26))}{index / 26}");
        return yearGroup == 0 ? $"R{letters}" : string.Create(CultureInfo.InvariantCulture, $"{yearGroup}{letters}");
    }
}
