using Grpc.Core;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests;

/// <summary>A feed on which nothing goes wrong.</summary>
public sealed class FeedTests
{
    [Fact]
    public async Task Submissions_GetTheirReceiptsInOrder()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        writer.Watermark.ShouldBe(0);

        await TestFeed.SendAsync(writer, 1, 500);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.ShouldHaveAll(hub.Journal, 500);
        feed.Interruptions.ShouldBeEmpty();
        writer.Outstanding.ShouldBe(0);
        hub.Journal.ClosedByWriter.ShouldBe(1);
    }

    [Fact]
    public async Task WriterOpenedAgain_GoesOnAfterItsWatermark()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        TestFeed feed = new();
        await using (FeedWriter<RegisterSubmission> first = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience))
        {
            await TestFeed.SendAsync(first, 1, 40);
            await first.CompleteAsync(TestFeed.Patience);
        }

        await using FeedWriter<RegisterSubmission> second = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        second.Watermark.ShouldBe(40);
        await TestFeed.SendAsync(second, 41, 60);
        await second.CompleteAsync(TestFeed.Patience);

        feed.ShouldHaveAll(hub.Journal, 60);
    }

    [Fact]
    public async Task System_TravelsInTheMetadata()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        hub.Journal.Systems.ShouldBe(["mis-test"]);
    }

    [Fact]
    public async Task Submit_ReturnsItsOwnReceipt()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        hub.Journal.Refusals[TestFeed.Id(2)] = "UNKNOWN_SCHOOL";
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);

        FeedReceipt[] receipts = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => writer.SubmitAsync(TestFeed.Register(number), TestFeed.Patience)));

        receipts.Select(receipt => receipt.OutcomeCase).ShouldBe(
            [FeedReceipt.OutcomeOneofCase.Accepted, FeedReceipt.OutcomeOneofCase.Refused, FeedReceipt.OutcomeOneofCase.Accepted]);
        receipts[1].Refused.Reason.ShouldBe("UNKNOWN_SCHOOL");
    }

    [Fact]
    public async Task FullWindow_HoldsTheSenderBack()
    {
        TaskCompletionSource release = new();
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { MaxOutstanding = 3, HoldReceipts = release.Task });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 3);

        ValueTask fourth = writer.SendAsync(TestFeed.Register(4), TestFeed.Patience);
        await hub.Journal.FirstHeld.Task.WaitAsync(TestFeed.Patience);
        fourth.IsCompleted.ShouldBeFalse();
        writer.Outstanding.ShouldBe(3);
        release.SetResult();

        await fourth;
        await writer.CompleteAsync(TestFeed.Patience);
        feed.ShouldHaveAll(hub.Journal, 4);
    }

    [Fact]
    public async Task OwnLimit_HoldsWhereItIsSmaller()
    {
        TaskCompletionSource release = new();
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { MaxOutstanding = 50, HoldReceipts = release.Task });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options with { MaxOutstanding = 2 }, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 2);

        using CancellationTokenSource impatience = new(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(async () => await writer.SendAsync(TestFeed.Register(3), impatience.Token));
        release.SetResult();
        await writer.CompleteAsync(TestFeed.Patience);
        hub.Journal.Journal.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ManySenders_AreNumberedWithoutGaps()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { MaxOutstanding = 16 });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);

        await Parallel.ForAsync(1, 1_001, TestFeed.Patience, async (number, stop) => await writer.SendAsync(TestFeed.Register(number), stop));
        await writer.CompleteAsync(TestFeed.Patience);

        hub.Journal.Journal.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 1_000).Select(TestFeed.Id));
        feed.Receipts.Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task RepeatedReceipt_IsPassedOver()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { RepeatReceipts = true });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 30);
        await writer.CompleteAsync(TestFeed.Patience);
        feed.ShouldHaveAll(hub.Journal, 30);
    }

    [Fact]
    public async Task SubmissionWithoutId_IsNotTaken()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        await Should.ThrowAsync<ArgumentException>(async () => await writer.SendAsync(new RegisterSubmission(), TestFeed.Patience));
    }

    [Fact]
    public async Task CompletedFeed_TakesNothingMore()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        await writer.CompleteAsync(TestFeed.Patience);
        await Should.ThrowAsync<InvalidOperationException>(async () => await writer.SendAsync(TestFeed.Register(1), TestFeed.Patience));
    }

    [Fact]
    public async Task OpeningCancelled_EndsTheWriter()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(Enumerable.Repeat(new StreamScript { RefuseOpening = RpcErrors.With(StatusCode.Unavailable, null) }, 1_000));
        using CancellationTokenSource impatience = new(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, impatience.Token));
    }
}
