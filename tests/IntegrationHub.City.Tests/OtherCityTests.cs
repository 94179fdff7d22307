using IntegrationHub.City.Tests.Recount;

namespace IntegrationHub.City.Tests;

/// <summary>Cities of other sizes and seeds have other figures, which the plan knows.</summary>
public sealed class OtherCityTests
{
    [Theory]
    [InlineData(1, 120, 3)]
    [InlineData(2, 200, 3)]
    [InlineData(3, 400, 8)]
    [InlineData(4, 1_000, 5)]
    [InlineData(5, 2_500, 12)]
    [InlineData(2021, 5_000, 20)]
    [InlineData(6, 9_000, 61)]
    [InlineData(-7, 12_000, 40)]
    public void Recount_FindsWhatThePlanExpects(int seed, int pupils, int schools)
    {
        CityPlan plan = CityPlan.Create(new CityOptions(seed, pupils, schools));
        SlowRecount recount = new(plan.ToLoad());

        plan.Expectations.Compare(recount.Count()).ShouldBeEmpty();
        recount.Sources.ShouldAllBe(source => source.Fitness.Fit && !source.Fitness.BlanksAreNotKnown);
        plan.Expectations.ChronicallyAbsent.ShouldBeGreaterThan(10);
        recount.ChildCount.ShouldBe(pupils);
    }

    [Fact]
    public void OtherSeed_HasOtherFigures() =>
        CityPlan.Create(new CityOptions(7)).Expectations.ChronicallyAbsent.ShouldNotBe(360);

    [Theory]
    [InlineData(119, 3)]
    [InlineData(26_500, 2)]
    [InlineData(26_500, 901)]
    [InlineData(10_000, 3)]
    public void Create_SizesThatMakeNoCity_Throws(int pupils, int schools) =>
        Should.Throw<ArgumentException>(() => CityPlan.Create(new CityOptions(1, pupils, schools)));
}
