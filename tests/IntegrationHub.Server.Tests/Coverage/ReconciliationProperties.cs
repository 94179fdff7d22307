using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Server.Coverage;
using IntegrationHub.Server.Security;
using Microsoft.EntityFrameworkCore;
using Contract = IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>Whatever the city: the reconciliation finds what a plain reading of the rules finds, on two nights running, however often it runs.</summary>
public sealed class ReconciliationProperties : IAsyncLifetime
{
    private const int Cities = 150;

    private readonly FixedClock _clock = new(new(2021, 12, 18, 18, 0, 0, TimeSpan.Zero));
    private readonly HashSet<string> _seen = [];
    private TestHub _hub = null!;
    private int _cities;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(clock: _clock);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public void Run_AnyCity_FindsWhatAPlainReadingFinds()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Cities).WithReplay(20_211_217, 851).WithStartSize(1).WithEndSize(1_000_000);
        Check.One(config, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => CheckAsync(seed).GetAwaiter().GetResult()));
        _seen.ShouldBe(
            Enum.GetValues<CoverageClass>().Select(x => x.ToWireName()).Union(Enum.GetValues<FlagKind>().Select(x => x.ToWireName())).Append("OTHER_AUTHORITY"),
            ignoreOrder: true, "cities in which something never happens prove nothing of it");
    }

    private async Task CheckAsync(int seed)
    {
        // An authority of its own for each city, all in one file: none may see another's.
        var city = new RandomCity(_hub, seed, $"city-{_cities++}");
        await city.SaveAsync();
        var first = await ShouldFindAsync(city);
        (await ShouldFindAsync(city)).ShouldBe(first, ignoreOrder: true, "the same night again");

        city.NextDay();
        await city.SaveAsync();
        var second = await ShouldFindAsync(city);
        foreach (var (flag, id) in second.Where(x => first.ContainsKey(x.Key)))
            id.ShouldBe(first[flag], "a flag stays the same flag while its cause lasts");
        second.Where(x => !first.ContainsKey(x.Key)).ShouldAllBe(x => !first.ContainsValue(x.Value));
    }

    private async Task<Dictionary<(long Pupil, string Kind), long>> ShouldFindAsync(RandomCity city)
    {
        var expected = new PlainReconciliation(city).Read();
        var run = await _hub.Service<ReconciliationService>().RunAsync(new Caller(city.Authority, "test"), city.AsOf, RunTrigger.Demand, default);
        StoredMessage.Read<Contract.Coverage>(run.Coverage!).ShouldBe(expected.Coverage);
        await using var context = _hub.Database.CreateReadContext();
        var children = await context.RunChildren
            .Where(x => x.Authority == city.Authority && x.RunId == run.RunId)
            .ToDictionaryAsync(x => x.PupilId, x => (x.CoverageClass, x.Attended, x.Possible));
        children.OrderBy(x => x.Key).ShouldBe(expected.ChronicallyAbsent);
        var flags = await context.Flags
            .Where(x => x.Authority == city.Authority && x.CloseDate == null)
            .ToDictionaryAsync(x => (x.PupilId, x.Kind), x => x.FlagId);
        flags.Keys.ShouldBe(expected.Flags, ignoreOrder: true);
        _seen.UnionWith([.. expected.ChronicallyAbsent.Values.Select(x => x.Class), .. expected.Flags.Select(x => x.Kind)]);
        return flags;
    }
}
