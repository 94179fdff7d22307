using IntegrationHub.City.Streaming;
using IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.City.Tests.Recount;

/// <summary>The default city, made and counted once for all tests that look at it.</summary>
[CollectionDefinition(Collection)]
public sealed class CountedCity : ICollectionFixture<CountedCity>
{
    public const string Collection = "The default city";

    public CountedCity()
    {
        Plan = CityPlan.Create();
        Load = Plan.ToLoad();
        Recount = new SlowRecount(Load);
        Coverage = Recount.Count();
    }

    public CityPlan Plan { get; }

    public CityLoad Load { get; }

    public Coverage Coverage { get; }

    internal SlowRecount Recount { get; }
}
