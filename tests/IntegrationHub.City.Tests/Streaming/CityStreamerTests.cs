using System.Collections.Concurrent;
using IntegrationHub.City.Streaming;

namespace IntegrationHub.City.Tests.Streaming;

public sealed class CityStreamerTests
{
    private static readonly CityLoad Load = CityPlan.Create(new CityOptions(11, 400, 5)).ToLoad();

    [Fact]
    public async Task Load_ArrivesWhole_OnceAndInOrder()
    {
        TakingHub hub = new();
        await using TakingHubHost host = await TakingHubHost.StartAsync(hub);

        CityStreamResult result = await new CityStreamer(Load, host.Open).RunAsync();

        ShouldHoldAll(hub);
        result.Accepted.ShouldBe(Submissions);
        result.Skipped.ShouldBe(0);
        result.Refused.ShouldBeEmpty();
        result.LastPosition.ShouldBe(Submissions);
        hub.Calls.ShouldBe(["schools", "calendar", "sources", .. Load.Rolls.Select(_ => "roll"), .. Load.Cases.Select(_ => "cases"), .. Load.Registers.Select(_ => "registers")]);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(700)]
    [InlineData(2_400)]
    public async Task KilledAndStartedAgain_GoesOnWhereItWas(int killedAt)
    {
        TakingHub hub = new();
        await using TakingHubHost host = await TakingHubHost.StartAsync(hub);
        using CancellationTokenSource kill = new();
        hub.At = (killedAt, kill.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => new CityStreamer(Load, host.Open).RunAsync(cancellationToken: kill.Token));

        CityStreamResult result = await new CityStreamer(Load, host.Open).RunAsync();

        result.Skipped.ShouldBeGreaterThan(0);
        (result.Skipped + result.Accepted).ShouldBe(Submissions);
        ShouldHoldAll(hub);
    }

    [Fact]
    public async Task SentTwice_SendsNothingTheSecondTime()
    {
        TakingHub hub = new();
        await using TakingHubHost host = await TakingHubHost.StartAsync(hub);
        await new CityStreamer(Load, host.Open).RunAsync();

        CityStreamResult again = await new CityStreamer(Load, host.Open).RunAsync();

        again.Skipped.ShouldBe(Submissions);
        again.Accepted.ShouldBe(0);
        ShouldHoldAll(hub);
    }

    [Fact]
    public async Task Progress_RunsThroughTheStagesToTheEnd()
    {
        await using TakingHubHost host = await TakingHubHost.StartAsync(new TakingHub());
        Heard heard = new();

        await new CityStreamer(Load, host.Open).RunAsync(heard);

        heard.Reports.Select(report => report.Stage).Distinct().ShouldBe(
            [CityStage.Applying, CityStage.Rolls, CityStage.Cases, CityStage.Registers, CityStage.Done]);
        heard.Reports.ShouldAllBe(report => report.Receipted <= report.Sent && report.Sent <= report.Total);
        heard.Reports.Last().ShouldBe(new CityProgress(CityStage.Done, Marks, Marks, Marks));
    }

    [Fact]
    public async Task SchoolThatIsNotTaken_EndsTheSending()
    {
        TakingHub hub = new() { RefusesSchools = true };
        await using TakingHubHost host = await TakingHubHost.StartAsync(hub);
        InvalidOperationException ended = await Should.ThrowAsync<InvalidOperationException>(() => new CityStreamer(Load, host.Open).RunAsync());
        ended.Message.ShouldContain("OTHER_AUTHORITY");
        hub.Calls.ShouldBe(["schools"]);
    }

    private static long Marks => Load.Registers.Sum(feed => feed.Items);

    private static long Submissions =>
        Load.Rolls.Sum(feed => feed.Submissions) + Load.Cases.Sum(feed => feed.Submissions) + Load.Registers.Sum(feed => (long)feed.Submissions);

    private static void ShouldHoldAll(TakingHub hub)
    {
        ShouldHold(hub, Load.Rolls, roll => roll.SubmissionId);
        ShouldHold(hub, Load.Cases, part => part.SubmissionId);
        ShouldHold(hub, Load.Registers, register => register.SubmissionId);
    }

    private static void ShouldHold<T>(TakingHub hub, IReadOnlyList<CityFeed<T>> feeds, Func<T, string> idOf)
        where T : class
    {
        foreach (CityFeed<T> feed in feeds)
            hub.Writers[(feed.System, feed.WriterId)].ShouldBe(feed.From(0).Select(idOf));
    }

    private sealed class Heard : IProgress<CityProgress>
    {
        public ConcurrentQueue<CityProgress> Reports { get; } = [];

        public void Report(CityProgress value) => Reports.Enqueue(value);
    }
}
