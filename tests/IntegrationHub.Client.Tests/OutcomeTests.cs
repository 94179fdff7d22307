using System.Threading.Channels;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests;

/// <summary>Submissions in, receipts out.</summary>
public sealed class OutcomeTests
{
    private static FeedOptions Keeping => new TestFeed().Options with { KeepOutcomes = true };

    [Fact]
    public async Task Exchange_PairsEachSubmissionWithItsReceipt()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { TearAfter = 40, MaxOutstanding = 16 });
        hub.Journal.Refusals[TestFeed.Id(7)] = "UNKNOWN_SCHOOL";
        hub.Journal.Notices[TestFeed.Id(9)] = (NoticeOutcome.Quarantined, "UNKNOWN_CODE");
        hub.Journal.Notices[TestFeed.Id(11)] = (NoticeOutcome.Warning, "CODE_OF_OTHER_ERA");
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Keeping, TestFeed.Patience);

        List<FeedOutcome<RegisterSubmission>> outcomes = [];
        await foreach (FeedOutcome<RegisterSubmission> outcome in writer.ExchangeAsync(TestFeed.Registers(1, 200), TestFeed.Patience))
            outcomes.Add(outcome);

        outcomes.Select(outcome => outcome.Submission).ShouldBe(Enumerable.Range(1, 200).Select(TestFeed.Register));
        outcomes.ShouldAllBe(outcome => outcome.Receipt.SubmissionId == outcome.Submission.SubmissionId);
        outcomes.Single(outcome => outcome.Refused is not null).Submission.ShouldBe(TestFeed.Register(7));
        outcomes.Single(outcome => outcome.Quarantined.Any()).Submission.ShouldBe(TestFeed.Register(9));
        outcomes.Count(outcome => outcome.Notices.Count > 0).ShouldBe(2);
    }

    [Fact]
    public async Task Summary_CountsByReason()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        hub.Journal.Refusals[TestFeed.Id(2)] = hub.Journal.Refusals[TestFeed.Id(3)] = "UNKNOWN_SCHOOL";
        hub.Journal.Refusals[TestFeed.Id(4)] = "REGISTER_EMPTY";
        hub.Journal.Notices[TestFeed.Id(5)] = hub.Journal.Notices[TestFeed.Id(6)] = (NoticeOutcome.Pending, "PUPIL_NOT_ON_ROLL");
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 10);
        await TestFeed.SendAsync(writer, 10, 10);
        await writer.CompleteAsync(TestFeed.Patience);

        FeedSummary summary = writer.Summary;
        (summary.Accepted, summary.Duplicates, summary.Refused, summary.LastPosition).ShouldBe((7, 1, 3, 7));
        summary.RefusedByReason.ShouldBe(new Dictionary<string, long> { ["UNKNOWN_SCHOOL"] = 2, ["REGISTER_EMPTY"] = 1 }, ignoreOrder: true);
        summary.Notices.ShouldBe([KeyValuePair.Create(new FeedNotice(NoticeOutcome.Pending, "PUPIL_NOT_ON_ROLL"), 2L)]);
    }

    [Fact]
    public async Task UnreadOutcomes_HoldTheSourceBack()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(new StreamScript { MaxOutstanding = 4 });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Keeping, TestFeed.Patience);
        await TestFeed.SendAsync(writer, 1, 4);
        while (writer.Outstanding > 0)
            await Task.Yield();

        ValueTask fifth = writer.SendAsync(TestFeed.Register(5), TestFeed.Patience);
        fifth.IsCompleted.ShouldBeFalse("four outcomes nobody has read take all places");
        await using IAsyncEnumerator<FeedOutcome<RegisterSubmission>> outcomes = writer.ReadOutcomesAsync(TestFeed.Patience).GetAsyncEnumerator();
        await outcomes.MoveNextAsync();
        fifth.IsCompleted.ShouldBeFalse("the first is still in the reader's hands");
        await outcomes.MoveNextAsync();
        await fifth;
    }

    [Fact]
    public async Task SlowSource_IsSentAsItComes()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Keeping, TestFeed.Patience);
        Channel<RegisterSubmission> source = Channel.CreateBounded<RegisterSubmission>(1);
        await using IAsyncEnumerator<FeedOutcome<RegisterSubmission>> outcomes =
            writer.ExchangeAsync(source.Reader.ReadAllAsync(), TestFeed.Patience).GetAsyncEnumerator();

        for (int number = 1; number <= 5; number++)
        {
            await source.Writer.WriteAsync(TestFeed.Register(number));
            (await outcomes.MoveNextAsync()).ShouldBeTrue();
            outcomes.Current.Submission.ShouldBe(TestFeed.Register(number));
        }

        source.Writer.Complete();
        (await outcomes.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task SourceThatThrows_StillGetsItsOutcomes()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Keeping, TestFeed.Patience);
        int read = 0;

        IOException thrown = await Should.ThrowAsync<IOException>(async () =>
        {
            await foreach (FeedOutcome<RegisterSubmission> _ in writer.ExchangeAsync(Breaking(), TestFeed.Patience))
                read++;
        });

        thrown.Message.ShouldBe("the source broke");
        read.ShouldBe(5);

        static async IAsyncEnumerable<RegisterSubmission> Breaking()
        {
            await foreach (RegisterSubmission register in TestFeed.Registers(1, 5))
                yield return register;
            throw new IOException("the source broke");
        }
    }

    [Fact]
    public async Task LeavingTheLoop_EndsTheSource_AndWhatWasTakenIsSent()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Keeping, TestFeed.Patience);
        Channel<RegisterSubmission> source = Channel.CreateUnbounded<RegisterSubmission>();
        source.Writer.TryWrite(TestFeed.Register(1)).ShouldBeTrue();

        await foreach (FeedOutcome<RegisterSubmission> outcome in writer.ExchangeAsync(source.Reader.ReadAllAsync(), TestFeed.Patience))
            break;

        await writer.CompleteAsync(TestFeed.Patience);
        hub.Journal.Journal.ShouldBe([TestFeed.Id(1)]);
    }

    [Fact]
    public async Task EndedFeed_EndsTheExchange_AfterTheOutcomesBefore()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync(
            new StreamScript { MaxOutstanding = 3, FailAfter = 3, Failure = RpcErrors.With(Grpc.Core.StatusCode.PermissionDenied, "NO_AGREEMENT") });
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Keeping, TestFeed.Patience);
        int read = 0;

        FeedException ended = await Should.ThrowAsync<FeedException>(async () =>
        {
            await foreach (FeedOutcome<RegisterSubmission> _ in writer.ExchangeAsync(TestFeed.Registers(1, 1_000), TestFeed.Patience))
                read++;
        });

        ended.Reason.ShouldBe("NO_AGREEMENT");
        read.ShouldBe(3);
    }

    [Fact]
    public async Task FeedThatKeepsNoOutcomes_SaysSo()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(new TestFeed().Options, TestFeed.Patience);
        await using IAsyncEnumerator<FeedOutcome<RegisterSubmission>> outcomes = writer.ReadOutcomesAsync(TestFeed.Patience).GetAsyncEnumerator();
        InvalidOperationException thrown = await Should.ThrowAsync<InvalidOperationException>(async () => await outcomes.MoveNextAsync());
        thrown.Message.ShouldContain(nameof(FeedOptions.KeepOutcomes));
    }
}
