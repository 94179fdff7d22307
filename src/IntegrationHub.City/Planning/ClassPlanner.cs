using System.Globalization;

namespace IntegrationHub.City.Planning;

/// <summary>Divides each school's years into classes of about thirty children, in special schools of about ten.</summary>
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
        int size = school.Phase == CityPhase.Special ? 10 : 30;
        int number = Math.Max(1, (members.Length + (size / 2)) / size);
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
