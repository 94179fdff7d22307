using IntegrationHub.Domain.Identity;

namespace IntegrationHub.City.Planning;

/// <summary>Issues unique pupil numbers as schools do: at reception, from the school's own number, the year and a serial.</summary>
/// <remarks>The schools' numbers are none of the authority's, so no child of the city has the number of a real one.</remarks>
internal sealed class UpnIssuer(IReadOnlyList<CitySchool> schools)
{
    private const int MostSerials = 999;

    private readonly CitySchool[] _primaries = [.. schools.Where(school => school.Phase == CityPhase.Primary)];
    private readonly Dictionary<(int Establishment, int Year), int> _serials = [];

    public void Issue(IReadOnlyList<CityPupil> pupils)
    {
        foreach (CityPupil pupil in pupils)
            pupil.Upn ??= Next(pupil);
    }

    private string Next(CityPupil pupil)
    {
        int year = (2021 - pupil.YearGroup) % 100;
        int first = pupil.Home.Phase == CityPhase.Primary ? pupil.Home.Index : (int)(pupil.Index * 7919L % _primaries.Length);
        for (int tried = 0; tried < _primaries.Length; tried++)
        {
            int establishment = _primaries[(first + tried) % _primaries.Length].Laestab.Establishment;
            int serial = _serials.GetValueOrDefault((establishment, year)) + 1;
            if (serial > MostSerials)
                continue;

            _serials[(establishment, year)] = serial;
            return Upn.Create(CityNumbers.Authority, establishment, year, serial).Value;
        }

        throw new InvalidOperationException("The city has more children of one year than its schools have pupil numbers.");
    }
}
