using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>
/// Whatever writers do, in whatever order, and wherever the line breaks: the hub answers and counts as the contract says, read
/// plainly. A history that fails is shrunk to a short list of commands; HUB_FAULT_SEED plays the one history of that seed.
/// </summary>
public sealed class FeedHistories(ITestOutputHelper output) : IAsyncLifetime
{
    private const int HistoriesOfARound = 40;
    private const int HistoriesOfAHub = 300;

    private HistoryHub _hub = null!;
    private int _played;

    public async Task InitializeAsync() => _hub = await HistoryHub.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public void Hub_AnyHistory_AnswersAndCountsAsTheContractSays()
    {
        var histories = FaultRounds.Given is null ? FaultRounds.Count * HistoriesOfARound : 1;
        output.WriteLine($"HUB_FAULT_SEED={FaultRounds.Seed} and on, {histories} histories");
        var seeds = Enumerable.Range(FaultRounds.Seed, histories).GetEnumerator();
        var any = Gen.Fresh(() => seeds.MoveNext() ? HistoryMaker.Make(seeds.Current) : throw new InvalidOperationException("No more histories."));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(histories),
            Prop.ForAll(Arb.From(any, HistoryShrinker.Shrink), history => PlayAsync(history).GetAwaiter().GetResult()));
        output.WriteLine($"{_played} histories played");
    }

    private async Task PlayAsync(History history)
    {
        if (++_played % HistoriesOfAHub == 0)
            await RenewAsync();
        using var run = new HistoryRun(_hub, _played % HistoriesOfAHub);
        try
        {
            await run.CheckAsync(history);
        }
        catch
        {
            // What went wrong must not be what the next one finds.
            await RenewAsync();
            throw;
        }
    }

    private async Task RenewAsync()
    {
        await _hub.DisposeAsync();
        _hub = await HistoryHub.StartAsync();
    }
}
