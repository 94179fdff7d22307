using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A writer has a limited number of submissions without a receipt; past it the hub stops reading.</summary>
public sealed class OutstandingTests
{
    private const int Limit = 4;

    // The loop that reads and the loop that writes each hold one in their hands.
    private const int Most = Limit + 2;

    [Theory, EachFeed]
    public async Task BeyondTheLimit_StaysUnreadUntilReceiptsHaveGoneOut(FeedKind kind)
    {
        const int Submissions = 500;
        var counter = new OutstandingCounter();
        await using var hub = await FeedTown.StartAsync(
            // Progress is no receipt, and would be counted as one.
            options => (options.Feeds.MaxOutstandingSubmissions, options.Feeds.HeartbeatInterval) = (Limit, TimeSpan.FromHours(1)),
            prepare: services => counter.AddTo(services));
        var vendor = new FeedVendor(hub, kind);
        using var call = vendor.Call();
        (await call.OpenAsync("writer")).MaxOutstandingSubmissions.ShouldBe(Limit);
        counter.StartCounting();

        // Nothing can be stored while somebody else holds the database, so no receipt can go out.
        await using (await hub.Database.BeginWriteAsync(default))
        {
            for (var i = 1; i <= Submissions; i++)
                await call.SendAsync(i, vendor.Submission());
            await counter.ReachedAsync(Most);
        }
        var receipts = await call.CompleteAsync();

        receipts.Count.ShouldBe(Submissions);
        receipts.ShouldAllBe(x => x.OutcomeCase == FeedReceipt.OutcomeOneofCase.Accepted);
        counter.Highest.ShouldBe(Most);
    }
}
