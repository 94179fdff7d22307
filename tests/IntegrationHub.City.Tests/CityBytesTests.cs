using Google.Protobuf;
using IntegrationHub.City.Streaming;
using IntegrationHub.City.Tests.Recount;

namespace IntegrationHub.City.Tests;

/// <summary>The same options make the same city, byte for byte, here and everywhere.</summary>
public sealed class CityBytesTests
{
    private static readonly CityOptions Small = new(2021, 1_000, 5);

    [Fact]
    public void SameOptions_SameBytes() => LoadHash.Of(CityPlan.Create(Small).ToLoad()).ShouldBe(LoadHash.Of(CityPlan.Create(Small).ToLoad()));

    [Fact]
    public void SmallCity_IsThePinnedOne() =>
        LoadHash.Of(CityPlan.Create(Small).ToLoad()).ShouldBe("2161ba4da2e67fa567528098cb5d1dfde8bfaa2599cf59ac5493640f9ae661da", "a city that changes changes its figures and its submission ids: pin it anew on purpose only");

    [Fact]
    public void OtherSeed_OtherBytes() => LoadHash.Of(CityPlan.Create(Small with { Seed = 2022 }).ToLoad()).ShouldNotBe(LoadHash.Of(CityPlan.Create(Small).ToLoad()));

    [Fact]
    public void Feed_StartedAnywhere_GoesOnAsItWould()
    {
        CityLoad load = CityPlan.Create(Small).ToLoad();
        Resumes(load.Registers[0]);
        Resumes(load.Rolls[0]);
        Resumes(load.Cases[0]);
    }

    [Fact]
    public void Feed_KnowsHowMuchItHolds()
    {
        CityLoad load = CityPlan.Create(Small).ToLoad();
        load.Registers.ShouldAllBe(feed => feed.From(0).Count() == feed.Submissions && feed.From(0).Sum(register => (long)register.Marks.Count) == feed.Items);
        load.Rolls.ShouldAllBe(feed => feed.From(0).Count() == feed.Submissions);
        load.Rolls.Sum(feed => feed.Items).ShouldBe(load.Rolls.SelectMany(feed => feed.From(0)).Sum(roll => roll.Records?.Records.Count ?? 0));
        load.Cases.ShouldAllBe(feed => feed.From(0).Count() == feed.Submissions);
        load.Cases.Sum(feed => feed.Items).ShouldBe(load.Cases.SelectMany(feed => feed.From(0)).Sum(part => part.Records?.Records.Count ?? 0));
    }

    private static void Resumes<T>(CityFeed<T> feed)
        where T : class, IMessage<T>
    {
        T[] whole = [.. feed.From(0)];
        foreach (int start in (int[])[0, 1, whole.Length / 3, whole.Length - 1, whole.Length, whole.Length + 5])
            feed.From(start).ShouldBe(whole.Skip(start));
    }
}
