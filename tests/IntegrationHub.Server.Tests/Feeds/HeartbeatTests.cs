using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A hub that has nothing to say says so from time to time.</summary>
public sealed class HeartbeatTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly ManualClock _clock = new(new(2021, 9, 13, 8, 0, 0, TimeSpan.Zero));
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await FeedTown.StartAsync(clock: _clock);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory, EachFeed]
    public async Task NothingSent_TellsTheWatermarkAfterEachInterval(FeedKind kind)
    {
        var vendor = new FeedVendor(_hub, kind);
        await vendor.SendAsync("writer", vendor.Submission());
        using var call = await vendor.OpenAsync("writer");
        for (var beat = 0; beat < 3; beat++)
        {
            await _clock.TimerSetAsync(Interval);
            _clock.Advance(Interval);
            (await call.NextAsync()).ShouldBe(new FeedProgress { Watermark = 1, Draining = false });
        }
    }

    [Theory, EachFeed]
    public async Task BeforeTheInterval_NothingIsSent(FeedKind kind)
    {
        var vendor = new FeedVendor(_hub, kind);
        using var call = await vendor.OpenAsync("writer");
        await _clock.TimerSetAsync(Interval);
        _clock.Advance(Interval - TimeSpan.FromMilliseconds(1));
        // Had a heartbeat gone out, it would come before the receipt.
        await call.SendAsync(1, vendor.Submission());
        (await call.ReceiptAsync()).Sequence.ShouldBe(1);
    }
}
