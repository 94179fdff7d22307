using IntegrationHub.City.Planning;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.City;

/// <summary>One invented school.</summary>
public sealed class CitySchool
{
    internal CitySchool(int index, string name, CityPhase phase, int firstYear, int lastYear)
    {
        Index = index;
        Name = name;
        Phase = phase;
        FirstYear = firstYear;
        LastYear = lastYear;
        Urn = new Urn(CityNumbers.FirstUrn + index);
        Laestab = new Laestab(CityNumbers.Authority, CityNumbers.FirstEstablishment + index);
    }

    /// <summary>The school's URN, from a range in which no school has one.</summary>
    public Urn Urn { get; }

    /// <summary>The school's DfE number: Portsmouth's three digits and an establishment that is none of its.</summary>
    public Laestab Laestab { get; }

    /// <summary>The school's name.</summary>
    public string Name { get; }

    /// <summary>The school's phase.</summary>
    public CityPhase Phase { get; }

    /// <summary>The lowest year the school teaches; 0 is reception.</summary>
    public int FirstYear { get; }

    /// <summary>The highest year the school teaches.</summary>
    public int LastYear { get; }

    /// <summary>The vendor whose system the school uses.</summary>
    public CityVendor Vendor { get; internal set; } = CityVendor.All[0];

    internal int Index { get; }

    internal List<CityEnrolment> Enrolments { get; } = [];

    internal List<CityClass> Classes { get; } = [];

    internal bool Teaches(int yearGroup) => yearGroup >= FirstYear && yearGroup <= LastYear;
}
