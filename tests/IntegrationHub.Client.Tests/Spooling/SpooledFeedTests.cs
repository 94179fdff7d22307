using Grpc.Core;
using Grpc.Net.Client;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>Feeds over a spool: what was taken reaches the hub, whatever becomes of hub and sender.</summary>
public sealed class SpooledFeedTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestFeed _feed = new();

    private FeedOptions Options => _feed.Options with { SpoolFolder = _folder };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task HubAway_NothingWaits_AndAllArrivesWhenItComes()
    {
        int port = TestFeed.UnusedPort();
        using GrpcChannel channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        await using FeedWriter<RegisterSubmission> writer = await new HubClient(channel).OpenRegisterFeedAsync(Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 300);
        writer.Outstanding.ShouldBe(300);

        await using FakeHubHost hub = await FakeHubHost.StartAsync(new FakeJournal(), port);
        await writer.CompleteAsync(TestFeed.Patience);

        _feed.ShouldHaveAll(hub.Journal, 300);
        writer.Outstanding.ShouldBe(0);
        writer.Summary.Accepted.ShouldBe(300);
    }

    [Fact]
    public async Task SenderThatEndsWhileTheHubIsAway_LeavesEverythingForTheNext()
    {
        using GrpcChannel nowhere = GrpcChannel.ForAddress($"http://127.0.0.1:{TestFeed.UnusedPort()}");
        for (int start = 0; start < 3; start++)
        {
            await using FeedWriter<RegisterSubmission> writer = await new HubClient(nowhere).OpenRegisterFeedAsync(Options, TestFeed.Patience);
            writer.Watermark.ShouldBe(start * 20);
            await writer.SendAllAsync(TestFeed.Registers((start * 20) + 1, (start + 1) * 20), TestFeed.Patience);
        }

        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> last = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        last.Watermark.ShouldBe(60);
        await last.CompleteAsync(TestFeed.Patience);
        _feed.ShouldHaveAll(hub.Journal, 60);
    }

    [Fact]
    public async Task ReceiptsLostWithTheSender_ComeAgain_UnderTheSameSequences()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { MaxOutstanding = 8, HoldReceipts = new TaskCompletionSource().Task });
        await using (FeedWriter<RegisterSubmission> first = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience))
        {
            await TestFeed.SendAsync(first, 1, 30);
            await hub.Journal.FirstHeld.Task.WaitAsync(TestFeed.Patience);
        }

        hub.Journal.Watermark("school-1").ShouldBeGreaterThan(0, "the hub has some, and their receipts never came");
        await using FeedWriter<RegisterSubmission> second = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        await TestFeed.SendAsync(second, 31, 40);
        await second.CompleteAsync(TestFeed.Patience);

        _feed.ShouldHaveAll(hub.Journal, 40);
        hub.Journal.AnsweredAgain.ShouldNotBeEmpty();
        hub.Journal.Watermark("school-1").ShouldBe(40);
    }

    [Fact]
    public async Task EmptySpool_GoesOnWhereItStood()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        for (int start = 0; start < 3; start++)
        {
            await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
            await TestFeed.SendAsync(writer, (start * 5) + 1, (start + 1) * 5);
            await writer.CompleteAsync(TestFeed.Patience);
        }

        _feed.ShouldHaveAll(hub.Journal, 15);
        hub.Journal.AnsweredAgain.ShouldBeEmpty();
    }

    [Fact]
    public async Task NewSpoolOfAnOldWriter_GoesOnAfterTheHubsWatermark()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using (FeedWriter<RegisterSubmission> before = await hub.Hub.OpenRegisterFeedAsync(_feed.Options, TestFeed.Patience))
        {
            await TestFeed.SendAsync(before, 1, 7);
            await before.CompleteAsync(TestFeed.Patience);
        }

        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 8, 12);
        await writer.CompleteAsync(TestFeed.Patience);
        _feed.ShouldHaveAll(hub.Journal, 12);
    }

    [Fact]
    public async Task FullSpool_HoldsTheSenderBack_UntilReceiptsCome()
    {
        int port = TestFeed.UnusedPort();
        using GrpcChannel channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        await using FeedWriter<RegisterSubmission> writer = await new HubClient(channel).OpenRegisterFeedAsync(Options with { SpoolLimit = 4_096 }, TestFeed.Patience);
        Task sending = writer.SendAllAsync(TestFeed.Registers(1, 500), TestFeed.Patience);
        while (4_096 - Directory.EnumerateFiles(_folder, "*.spool", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) > 100)
            await Task.Yield();
        sending.IsCompleted.ShouldBeFalse();
        writer.Outstanding.ShouldBeLessThan(60);

        await using FakeHubHost hub = await FakeHubHost.StartAsync(new FakeJournal(), port);
        await sending;
        await writer.CompleteAsync(TestFeed.Patience);
        _feed.ShouldHaveAll(hub.Journal, 500);
    }

    [Fact]
    public async Task Submit_GetsItsReceiptOverTheSpool()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        hub.Journal.Refusals[TestFeed.Id(2)] = "UNKNOWN_SCHOOL";
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        FeedReceipt[] receipts = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => writer.SubmitAsync(TestFeed.Register(number), TestFeed.Patience)));
        receipts.Select(receipt => receipt.SubmissionId).ShouldBe([TestFeed.Id(1), TestFeed.Id(2), TestFeed.Id(3)]);
        receipts[1].Refused.Reason.ShouldBe("UNKNOWN_SCHOOL");
    }

    [Fact]
    public async Task ManySenders_ShareTheSpool()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { TearAfter = 50, MaxOutstanding = 16 });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        await Parallel.ForAsync(1, 301, TestFeed.Patience, async (number, stop) => await writer.SendAsync(TestFeed.Register(number), stop));
        await writer.CompleteAsync(TestFeed.Patience);
        hub.Journal.Journal.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 300).Select(TestFeed.Id));
    }

    [Fact]
    public async Task OutcomeThatWasNotDealtWith_ComesAgainAfterARestart()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        hub.Journal.Refusals[TestFeed.Id(2)] = "UNKNOWN_SCHOOL";
        FeedOptions options = Options with { KeepOutcomes = true };
        await using (FeedWriter<RegisterSubmission> first = await hub.Hub.OpenRegisterFeedAsync(options, TestFeed.Patience))
        {
            await TestFeed.SendAsync(first, 1, 3);
            await Should.ThrowAsync<IOException>(async () =>
            {
                await foreach (FeedOutcome<RegisterSubmission> outcome in first.ReadOutcomesAsync(TestFeed.Patience))
                {
                    if (outcome.Refused is not null)
                        throw new IOException("the application died over it");
                }
            });
        }

        await using FeedWriter<RegisterSubmission> second = await hub.Hub.OpenRegisterFeedAsync(options, TestFeed.Patience);
        List<string> again = [];
        await foreach (FeedOutcome<RegisterSubmission> outcome in second.ExchangeAsync(TestFeed.Registers(4, 4), TestFeed.Patience))
            again.Add($"{outcome.Submission.SubmissionId} {outcome.Refused?.Reason}");
        again.ShouldBe([$"{TestFeed.Id(2)} UNKNOWN_SCHOOL", $"{TestFeed.Id(3)} ", $"{TestFeed.Id(4)} "]);
    }

    [Fact]
    public async Task RefusedWriter_IsToldByTheNextCall_AndTheSpoolIsKept()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { RefuseOpening = RpcErrors.With(StatusCode.PermissionDenied, "NO_AGREEMENT") });
        await using (FeedWriter<RegisterSubmission> refused = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience))
            (await Should.ThrowAsync<FeedException>(() => refused.SubmitAsync(TestFeed.Register(1), TestFeed.Patience))).Reason.ShouldBe("NO_AGREEMENT");

        await using FeedWriter<RegisterSubmission> agreed = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        if (agreed.Watermark == 0)
            await agreed.SendAsync(TestFeed.Register(1), TestFeed.Patience);
        await agreed.CompleteAsync(TestFeed.Patience);
        hub.Journal.Journal[0].ShouldBe(TestFeed.Id(1));
    }
}
