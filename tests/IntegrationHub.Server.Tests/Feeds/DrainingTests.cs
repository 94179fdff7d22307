using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A hub that closes says so first, and gives what it owes.</summary>
public sealed class DrainingTests : IAsyncLifetime
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private readonly ManualClock _clock = new(new(2021, 9, 13, 8, 0, 0, TimeSpan.Zero));
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await FeedTown.StartAsync(clock: _clock);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory, EachFeed]
    public async Task OpenStream_IsToldAndEndsInGoodOrderWhenItCloses(FeedKind kind)
    {
        var vendor = new FeedVendor(_hub, kind);
        using var call = await vendor.OpenAsync("writer");
        await call.SendAsync(1, vendor.Submission());
        await call.ReceiptAsync();
        BeginToClose();
        (await call.NextAsync()).ShouldBe(new FeedProgress { Watermark = 1, Draining = true });
        (await call.CompleteAsync()).ShouldBeEmpty();
    }

    [Theory, EachFeed]
    public async Task ReceiptsOwed_StillCome(FeedKind kind)
    {
        var vendor = new FeedVendor(_hub, kind);
        using var call = await vendor.OpenAsync("writer");
        // While somebody else holds the database, the hub owes what it has read.
        await using (await _hub.Database.BeginWriteAsync(default))
        {
            for (var i = 1; i <= 20; i++)
                await call.SendAsync(i, vendor.Submission());
            BeginToClose();
        }
        var receipts = await call.CompleteAsync();
        receipts.Select(x => x.Sequence).ShouldBe(Enumerable.Range(1, 20).Select(x => (long)x));
        receipts.ShouldAllBe(x => x.OutcomeCase == FeedReceipt.OutcomeOneofCase.Accepted);
    }

    [Theory, EachFeed]
    public async Task StreamThatStays_IsClosedAfterTheTimeout(FeedKind kind)
    {
        using var call = await new FeedVendor(_hub, kind).OpenAsync("writer");
        BeginToClose();
        await _clock.TimerSetAsync(Timeout);
        _clock.Advance(Timeout);
        (await call.ShouldEndAsync(StatusCode.Unavailable, Reason.Draining)).RetryDelay.ShouldBe(RetryDelay);
    }

    [Theory, EachFeed]
    public async Task StreamThatSendsOn_IsClosedAfterTheTimeoutAllTheSame(FeedKind kind)
    {
        var vendor = new FeedVendor(_hub, kind);
        using var call = await vendor.OpenAsync("writer");
        BeginToClose();
        (await call.NextAsync()).ShouldBe(new FeedProgress { Draining = true });
        await _clock.TimerSetAsync(Timeout);
        _clock.Advance(Timeout / 2);
        await call.SendAsync(1, vendor.Submission());
        (await call.ReceiptAsync()).Sequence.ShouldBe(1);
        _clock.Advance(Timeout / 2);
        await call.ShouldEndAsync(StatusCode.Unavailable, Reason.Draining);
    }

    [Theory, EachFeed]
    public async Task NewStream_IsRefusedAndDrivesNoOlderOneOut(FeedKind kind)
    {
        var vendor = new FeedVendor(_hub, kind);
        using var older = await vendor.OpenAsync("writer");
        BeginToClose();
        using var newer = vendor.Call();
        await newer.SendOpeningAsync("writer");
        (await newer.ShouldEndAsync(StatusCode.Unavailable, Reason.Draining)).RetryDelay.ShouldBe(RetryDelay);
        await older.SendAsync(1, vendor.Submission());
        (await older.CompleteAsync()).Single().OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
    }

    /// <summary>What a signal to the process does first. The ports stay open, so that what follows can be looked at.</summary>
    private void BeginToClose() => _hub.Service<IHostApplicationLifetime>().StopApplication();
}
