namespace IntegrationHub.City.Planning;

/// <summary>A class or tutor group: the children of one register.</summary>
internal sealed class CityClass(CitySchool school, int yearGroup, string name)
{
    public CitySchool School => school;

    public int YearGroup => yearGroup;

    public string Name => name;

    public List<CityEnrolment> Members { get; } = [];
}
