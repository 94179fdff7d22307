namespace IntegrationHub.City;

/// <summary>Which city. The same options make the same city, byte for byte, on every machine.</summary>
/// <param name="Seed">Any number; 2021 with the default sizes is the city whose figures are those published for Portsmouth's autumn term of 2021.</param>
/// <param name="Pupils">How many children, at least 40 for each school.</param>
/// <param name="Schools">How many schools, 3 to 900.</param>
public sealed record CityOptions(int Seed = 2021, int Pupils = 26_500, int Schools = 61)
{
    /// <summary>The fewest schools: a primary, a secondary and a special school.</summary>
    public const int LeastSchools = 3;

    /// <summary>The most schools: as many as the invented numbers reach.</summary>
    public const int MostSchools = 900;

    /// <summary>The fewest pupils for each school.</summary>
    public const int LeastPupilsPerSchool = 40;

    /// <summary>The most pupils for each school: as many as there are pupil numbers to issue.</summary>
    public const int MostPupilsPerSchool = 3_000;

    /// <summary>True for the city of the published figures.</summary>
    public bool IsDefault => this == new CityOptions();

    internal void Check()
    {
        if (Schools is < LeastSchools or > MostSchools)
            throw new ArgumentException($"A city has {LeastSchools} to {MostSchools} schools, not {Schools}.");
        if (Pupils < LeastPupilsPerSchool * Schools || Pupils > MostPupilsPerSchool * Schools)
        {
            throw new ArgumentException(
                $"A city of {Schools} schools has {LeastPupilsPerSchool * Schools} to {MostPupilsPerSchool * Schools} pupils, not {Pupils}.");
        }
    }
}
