using IntegrationHub.City.Planning;

namespace IntegrationHub.City.Streaming;

/// <summary>Divides the schools among the vendors, and each vendor's among a fixed number of writers, as evenly as the schools' sizes allow.</summary>
/// <remarks>The division is part of the plan: a writer's sequence means something only while it sends for the same schools.</remarks>
internal static class ShardPlanner
{
    private const int WritersPerVendor = 4;

    public static List<CityShard> Divide(IReadOnlyList<CitySchool> schools, IReadOnlyList<CityPupil> pupils)
    {
        Dictionary<CitySchool, int> sizes = pupils.CountBy(pupil => pupil.Home).ToDictionary();
        int writers = WritersPerVendor * CityVendor.All.Length;
        int[] loads = new int[writers];
        List<CitySchool>[] shares = [.. loads.Select(_ => new List<CitySchool>())];
        foreach (CitySchool school in schools.OrderByDescending(school => sizes.GetValueOrDefault(school)).ThenBy(school => school.Index))
        {
            int least = Array.IndexOf(loads, loads.Min());
            loads[least] += sizes.GetValueOrDefault(school);
            school.Vendor = CityVendor.All[least % CityVendor.All.Length];
            shares[least].Add(school);
        }

        return
        [
            .. shares.Index().Where(share => share.Item.Count > 0).Select(share => new CityShard(
                CityVendor.All[share.Index % CityVendor.All.Length],
                (share.Index / CityVendor.All.Length) + 1,
                [.. share.Item.OrderBy(school => school.Index)])),
        ];
    }
}
