using System.Globalization;
using IntegrationHub.City.Names;
using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Casework;

/// <summary>The invented professionals of a service, who get cases in turn.</summary>
internal sealed class CaseStaff
{
    private readonly CaseWorker[] _workers;
    private int _next;

    public CaseStaff(CityOptions options, int service, string prefix, IReadOnlyList<string> teams, int size)
    {
        CityRandom random = new(options.Seed, CityStream.Workers, service);
        _workers = new CaseWorker[Math.Max(size, 3 * teams.Count)];
        for (int number = 0; number < _workers.Length; number++)
        {
            NameGroup group = PersonNames.Group(random.NextInt(100));
            string forename = random.Pick(random.Chance(0.75) ? group.Girls : group.Boys);
            int team = number % teams.Count;
            _workers[number] = new CaseWorker(
                string.Create(CultureInfo.InvariantCulture, $"{prefix}{number + 1:0000}"),
                $"{forename} {random.Pick(group.Surnames)}",
                string.Create(CultureInfo.InvariantCulture, $"{prefix}T{team + 1:00}"),
                teams[team]);
        }
    }

    public CaseWorker Next() => _workers[_next++ % _workers.Length];
}
