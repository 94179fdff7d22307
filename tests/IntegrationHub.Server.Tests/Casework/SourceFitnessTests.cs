using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Server.Tests.Roll;
using static IntegrationHub.Server.Tests.Casework.CaseBuilder;

namespace IntegrationHub.Server.Tests.Casework;

/// <summary>What an operator sees of the sources, and whether their word counts.</summary>
public sealed class SourceFitnessTests : IAsyncLifetime
{
    private CaseFixture _cases = null!;

    public async Task InitializeAsync() => _cases = await CaseFixture.StartAsync();

    public async Task DisposeAsync() => await _cases.DisposeAsync();

    [Fact]
    public async Task NeverLoaded_SaysSo()
    {
        var source = await _cases.SourceAsync();
        source.LastCompleteLoadTime.ShouldBeNull();
        source.Defects.ShouldBe([AnswerReasons.NoCompleteLoad]);
    }

    [Fact]
    public async Task GoodLoad_IsFit()
    {
        await _cases.SnapshotAsync(Today, Load(20, worker: x => $"w{x}"));
        var source = await _cases.SourceAsync();
        source.Fit.ShouldBeTrue();
        source.LastCompleteLoadTime.ShouldNotBeNull();
        (source.OpenLeadCount, source.NamedLeadCount).ShouldBe((20, 20));
    }

    [Fact]
    public async Task OnePlaceholderForEveryWorker_IsUnfit()
    {
        await _cases.SnapshotAsync(Today, Load(20, worker: _ => "SSD_PH"));
        var source = await _cases.SourceAsync();
        source.Fit.ShouldBeFalse();
        source.Defects.ShouldContain("CONSTANT_WORKER");
        source.NamedLeadCount.ShouldBe(0);
    }

    [Fact]
    public async Task LoadOfThreeDaysAgo_FromANightlySource_IsStale()
    {
        await _cases.SnapshotAsync(Today, Load(20, worker: x => $"w{x}"));
        (await _cases.SourceAsync(Today.AddDays(2))).Fit.ShouldBeTrue();
        (await _cases.SourceAsync(Today.AddDays(3))).Defects.ShouldContain("STALE");
    }

    [Fact]
    public async Task MatchedChildren_AreCounted()
    {
        await _cases.Rolls.ChangeAsync(RollBuilder.NorthUrn, RollBuilder.Record("p1", RollBuilder.Upn(1)));
        await _cases.ChangeAsync(Child("c1", RollBuilder.Upn(1)), Child("c2"));
        var source = await _cases.SourceAsync();
        (source.ChildCount, source.MatchedChildCount).ShouldBe((2, 1));
    }

    /// <summary>Children too young for a roll, so that matching says nothing, each with a lead in one of two teams.</summary>
    private static CaseRecord[] Load(int count, Func<int, string> worker) =>
    [
        .. Enumerable.Range(1, count).Select(x => Child($"c{x}", born: Today.AddYears(-2))),
        .. Enumerable.Range(1, count).Select(x => Lead($"l{x}", $"c{x}", worker(x), team: $"team-{x % 2}")),
    ];
}
