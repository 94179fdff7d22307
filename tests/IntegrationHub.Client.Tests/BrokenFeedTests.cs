using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Client.Tests;

/// <summary>Connections that break and are mended: everything arrives once, and every submission gets its receipt.</summary>
public sealed class BrokenFeedTests
{
    [Fact]
    public async Task TornConnection_IsMended()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { TearAfter = 20 }, new StreamScript { TearAfter = 15 });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);

        await TestFeed.SendAsync(writer, 1, 200);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.ShouldHaveAll(hub.Journal, 200);
        hub.Journal.Openings.ShouldBe(3);
        feed.Interruptions.Count.ShouldBe(2);
        feed.Interruptions.ShouldAllBe(break_ => break_.Cause != null);
    }

    [Fact]
    public async Task LostReceipts_ComeAgain_AndSequencesStay()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { SettleSilentlyThenTear = 70 });
        hub.Journal.Refusals[TestFeed.Id(9)] = "UNKNOWN_SCHOOL";
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);

        await TestFeed.SendAsync(writer, 1, 150);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.Receipts.Select(receipt => receipt.Sequence).ShouldBe(Enumerable.Range(1, 150).Select(number => (long)number));
        feed.Receipts.Select(receipt => receipt.SubmissionId).ShouldBe(Enumerable.Range(1, 150).Select(TestFeed.Id));
        feed.Receipts.Where(receipt => receipt.Sequence <= 70 && receipt.Sequence != 9).ShouldAllBe(receipt => receipt.Accepted.Duplicate);
        feed.Receipts.Single(receipt => receipt.Sequence == 9).Refused.Reason.ShouldBe("UNKNOWN_SCHOOL");
        hub.Journal.AnsweredAgain.Count.ShouldBe(70);
        hub.Journal.Watermark("school-1").ShouldBe(150, "the k-th submission has sequence k, however often the connection breaks");
    }

    [Fact]
    public async Task LostReceiptsOfASnapshot_ComeAgainToo()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { SettleSilentlyThenTear = 2 });
        TestFeed feed = new();
        await using FeedWriter<RollSubmission> writer = await hub.Hub.OpenRollFeedAsync(feed.Options, TestFeed.Patience);

        await writer.SendAsync(new RollSubmission { SubmissionId = TestFeed.Id(1), SnapshotBegin = new SnapshotBegin { SnapshotId = "s" } }, TestFeed.Patience);
        await writer.SendAsync(new RollSubmission { SubmissionId = TestFeed.Id(2), Records = new RollRecords { SnapshotId = "s" } }, TestFeed.Patience);
        await writer.SendAsync(new RollSubmission { SubmissionId = TestFeed.Id(3), SnapshotEnd = new SnapshotEnd { SnapshotId = "s" } }, TestFeed.Patience);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.ShouldHaveAll(hub.Journal, 3);
    }

    [Fact]
    public async Task CaseRecords_AreMendedLikeTheOthers()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { SettleSilentlyThenTear = 1 });
        TestFeed feed = new();
        await using FeedWriter<CaseSubmission> writer = await hub.Hub.OpenCaseworkFeedAsync(feed.Options, TestFeed.Patience);
        (await writer.SubmitAsync(new CaseSubmission { SubmissionId = TestFeed.Id(1) }, TestFeed.Patience)).Accepted.Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task Draining_StopsSending_WaitsForReceipts_ClosesAndOpensAgain()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { DrainAfter = 10, MaxOutstanding = 8 });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);

        await TestFeed.SendAsync(writer, 1, 300);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.ShouldHaveAll(hub.Journal, 300);
        hub.Journal.ClosedByWriter.ShouldBe(2);
        hub.Journal.ReadAfterDraining.Single().ShouldBeLessThanOrEqualTo(8 + 1);
        feed.Interruptions.Single().Cause.ShouldBeNull();
    }

    [Fact]
    public async Task DrainingWhileIdle_ClosesAndOpensAgain()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { DrainAfter = 0 });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        while (hub.Journal.Openings < 2)
            await Task.Delay(5, TestFeed.Patience);

        await TestFeed.SendAsync(writer, 1, 3);
        await writer.CompleteAsync(TestFeed.Patience);
        feed.ShouldHaveAll(hub.Journal, 3);
    }

    [Fact]
    public async Task EndWithoutDraining_IsABreak()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { EndAfter = 4 });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 50);
        await writer.CompleteAsync(TestFeed.Patience);
        feed.ShouldHaveAll(hub.Journal, 50);
    }

    [Fact]
    public async Task RetryInfo_IsWaitedOut()
    {
        RpcException busy = RpcErrors.With(StatusCode.Unavailable, "STORE_UNAVAILABLE", TimeSpan.FromMilliseconds(150));
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { RefuseOpening = busy }, new StreamScript { FailAfter = 3, Failure = busy });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 10);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.ShouldHaveAll(hub.Journal, 10);
        feed.Interruptions.Count.ShouldBe(2);
        feed.Interruptions.ShouldAllBe(break_ => break_.Delay >= TimeSpan.FromMilliseconds(150));
    }

    [Fact]
    public async Task RetryInfo_TurnsEvenAContractErrorIntoABreak()
    {
        RpcException later = RpcErrors.With(StatusCode.ResourceExhausted, "QUOTA", TimeSpan.FromMilliseconds(10));
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { RefuseOpening = later });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        hub.Journal.Openings.ShouldBe(2);
    }

    [Fact]
    public async Task Silence_IsADeadConnection()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { FallSilent = true, Heartbeat = TimeSpan.FromMilliseconds(60) });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 5);
        await writer.CompleteAsync(TestFeed.Patience);

        feed.Receipts.Count.ShouldBe(5);
        hub.Journal.Journal.Count.ShouldBe(5);
        hub.Journal.Openings.ShouldBe(2);
    }

    [Fact]
    public async Task Heartbeats_KeepAnIdleConnection()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { Heartbeat = TimeSpan.FromMilliseconds(100) });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await Task.Delay(TimeSpan.FromMilliseconds(900), TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 5);
        await writer.CompleteAsync(TestFeed.Patience);
        feed.Interruptions.ShouldBeEmpty();
    }

    [Fact]
    public void AnyBreaks_EverythingOnce() =>
        Prop.ForAll(FeedBreaks.Any().ListOf(4).Select(breaks => breaks.ToArray()).ToArbitrary(), EverythingOnce).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static bool EverythingOnce(StreamScript[] breaks) => Task.Run(async () =>
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(breaks);
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 120);
        await writer.CompleteAsync(TestFeed.Patience);
        feed.ShouldHaveAll(hub.Journal, 120);
        return true;
    }).GetAwaiter().GetResult();
}
