using Grpc.Core;
using Grpc.Net.Client;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests;

/// <summary>Feeds that end for good, and what the application learns.</summary>
public sealed class EndedFeedTests
{
    [Fact]
    public async Task NewerWriterOfTheSameName_DrivesTheOlderOut()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> older = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        await using FeedWriter<RegisterSubmission> newer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);

        FeedException ended = await Should.ThrowAsync<FeedException>(() => older.SubmitAsync(TestFeed.Register(1), TestFeed.Patience));
        ended.Reason.ShouldBe(FeedException.WriterSuperseded);
        ended.StatusCode.ShouldBe(StatusCode.Aborted);
        (await newer.SubmitAsync(TestFeed.Register(1), TestFeed.Patience)).Accepted.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument, "INVALID_WRITER_ID")]
    [InlineData(StatusCode.PermissionDenied, "NO_AGREEMENT")]
    [InlineData(StatusCode.Unauthenticated, "UNKNOWN_SYSTEM")]
    [InlineData(StatusCode.ResourceExhausted, null)]
    public async Task RefusedOpening_EndsTheFeedWithItsReason(StatusCode code, string? reason)
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { RefuseOpening = RpcErrors.With(code, reason) });
        FeedException ended = await Should.ThrowAsync<FeedException>(() => hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience));
        ended.Reason.ShouldBe(reason);
        ended.StatusCode.ShouldBe(code);
        hub.Journal.Openings.ShouldBe(1);
    }

    [Fact]
    public async Task ContractError_EndsTheFeed_AndTellsWhatIsInDoubt()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(
            new StreamScript { MaxOutstanding = 5, FailAfter = 2, Failure = RpcErrors.With(StatusCode.FailedPrecondition, "SEQUENCE_GAP") });
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);

        FeedException ended = await Should.ThrowAsync<FeedException>(async () =>
        {
            await TestFeed.SendAsync(writer, 1, 1_000);
            await writer.CompleteAsync(TestFeed.Patience);
        });

        ended.Reason.ShouldBe("SEQUENCE_GAP");
        writer.Unreceipted.ShouldNotBeEmpty();
        writer.Unreceipted[0].SubmissionId.ShouldBe(TestFeed.Id(feed.Receipts.Count + 1));
        (await Should.ThrowAsync<FeedException>(async () => await writer.SendAsync(TestFeed.Register(2_000), TestFeed.Patience))).Reason.ShouldBe("SEQUENCE_GAP");
        (await Should.ThrowAsync<FeedException>(() => writer.CompleteAsync(TestFeed.Patience))).Reason.ShouldBe("SEQUENCE_GAP");
    }

    [Fact]
    public async Task ReceiptOutOfTurn_BreaksTheRules()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { SkipAReceipt = true });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        (await Should.ThrowAsync<FeedException>(() => writer.SubmitAsync(TestFeed.Register(1), TestFeed.Patience))).Reason.ShouldBe(FeedException.ProtocolBroken);
    }

    [Theory]
    [InlineData(1, FeedException.WatermarkBehind)]
    [InlineData(90, FeedException.WatermarkAhead)]
    public async Task HubElsewhereAfterABreak_EndsTheFeed(long pretended, string reason)
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { TearAfter = 5 }, new StreamScript { PretendWatermark = pretended });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options with { MaxOutstanding = 5 }, TestFeed.Patience);
        FeedException ended = await Should.ThrowAsync<FeedException>(async () =>
        {
            await TestFeed.SendAsync(writer, 1, 60);
            await writer.CompleteAsync(TestFeed.Patience);
        });
        ended.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task HandlerThatThrows_EndsTheFeed()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        FeedOptions options = new TestFeed().Options with { OnReceipt = _ => throw new IOException("disk full") };
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(options, TestFeed.Patience);
        FeedException ended = await Should.ThrowAsync<FeedException>(() => writer.SubmitAsync(TestFeed.Register(1), TestFeed.Patience));
        ended.Reason.ShouldBe(FeedException.ReceiptHandlerFailed);
        ended.InnerException.ShouldBeOfType<IOException>();
    }

    [Theory]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.Unknown)]
    public async Task HubThatFailsOverOneSubmission_IsGivenUpAfterTwentyTimes(StatusCode code)
    {
        StreamScript fault = new() { FailOverFirst = RpcErrors.With(code, null) };
        await using FakeHubHost hub = await FakeHubHost.StartAsync(Enumerable.Repeat(fault, 100));
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);

        FeedException ended = await Should.ThrowAsync<FeedException>(() => writer.SubmitAsync(TestFeed.Register(1), TestFeed.Patience));

        ended.Reason.ShouldBe(FeedException.HubFault);
        ended.StatusCode.ShouldBe(code);
        hub.Journal.Openings.ShouldBe(20);
        writer.Unreceipted.Single().ShouldBe(TestFeed.Register(1));
    }

    [Fact]
    public async Task HubThatFailsNowAndThen_IsGoneOnWith()
    {
        StreamScript fault = new() { FailAfter = 1, Failure = RpcErrors.With(StatusCode.Internal, null), MaxOutstanding = 1 };
        await using FakeHubHost hub = await FakeHubHost.StartAsync(Enumerable.Repeat(fault, 30));
        TestFeed feed = new();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(feed.Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 40);
        await writer.CompleteAsync(TestFeed.Patience);
        feed.ShouldHaveAll(hub.Journal, 40);
    }

    [Fact]
    public async Task HubNotThere_IsGivenUpWhenAskedTo()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress($"http://127.0.0.1:{TestFeed.UnusedPort()}");
        TestFeed feed = new();
        FeedOptions options = feed.Options with { GiveUpAfter = TimeSpan.FromSeconds(2) };
        FeedException ended = await Should.ThrowAsync<FeedException>(() => new HubClient(channel).OpenRegisterFeedAsync(options, TestFeed.Patience));
        ended.Reason.ShouldBe(FeedException.GaveUp);
        feed.Interruptions.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Disposal_WaitsForNobody()
    {
        TaskCompletionSource never = new();
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { HoldReceipts = never.Task });
        FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        Task<FeedReceipt> receipt = writer.SubmitAsync(TestFeed.Register(1), TestFeed.Patience);

        await writer.DisposeAsync().AsTask().WaitAsync(TestFeed.Patience);

        await Should.ThrowAsync<Exception>(() => receipt);
        writer.Unreceipted.Count.ShouldBe(1);
    }
}
