using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>Submissions are numbered without gaps, and answered in order.</summary>
public sealed class SequenceTests(FeedHub fixture) : IClassFixture<FeedHub>
{
    private readonly string _writer = FeedTown.NewWriter();

    [Theory, EachFeed]
    public async Task ManyInARow_AreReceiptedInOrder(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var receipts = await vendor.SendAsync(_writer, [.. Enumerable.Range(1, 50).Select(_ => vendor.Submission())]);
        receipts.Select(x => x.Sequence).ShouldBe(Enumerable.Range(1, 50).Select(x => (long)x));
        receipts.Select(x => x.Accepted.Position).ShouldBeInOrder(SortDirection.Ascending);
        receipts.ShouldAllBe(x => !x.Accepted.Duplicate);
    }

    [Theory, EachFeed]
    public async Task Gap_EndsTheStreamWithTheExpectedNumberAfterTheReceiptsOwed(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(1, vendor.Submission());
        await call.SendAsync(3, vendor.Submission());
        (await call.ReceiptAsync()).Sequence.ShouldBe(1);
        var status = await call.ShouldEndAsync(StatusCode.FailedPrecondition, Reason.SequenceGap);
        status.Metadata["expected_sequence"].ShouldBe("2");
        (await vendor.WatermarkAsync(_writer)).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task FirstSequence_NotOne_IsAGap(long sequence)
    {
        var vendor = new FeedVendor(fixture.Hub, FeedKind.Registers);
        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(sequence, vendor.Submission());
        var status = await call.ShouldEndAsync(StatusCode.FailedPrecondition, Reason.SequenceGap);
        status.Metadata["expected_sequence"].ShouldBe("1");
    }

    [Theory, EachFeed]
    public async Task UsedSequence_WithANewSubmission_IsAGapAndKeepsNothing(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        await vendor.SendAsync(_writer, vendor.Submission());
        var other = vendor.Submission();
        using (var call = await vendor.OpenAsync(_writer))
        {
            await call.SendAsync(1, other);
            await call.ShouldEndAsync(StatusCode.FailedPrecondition, Reason.SequenceGap);
        }
        (await vendor.SendAsync(_writer, other)).Single().Accepted.Duplicate.ShouldBeFalse();
    }

    [Theory, EachFeed]
    public async Task UsedSequences_SentAgainInOrder_AreAnsweredAgainAndTheStreamGoesOn(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var (first, refused) = (vendor.Submission(), vendor.UnknownSubject());
        var before = await vendor.SendAsync(_writer, first, refused);
        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(1, first);
        await call.SendAsync(2, refused);
        await call.SendAsync(3, vendor.Submission());
        var after = await call.CompleteAsync();
        after.Select(x => x.Sequence).ShouldBe([1, 2, 3]);
        (after[0].Accepted.Duplicate, after[0].Accepted.Position).ShouldBe((true, before[0].Accepted.Position));
        after[1].ShouldBe(before[1]);
        after[2].OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
    }

    [Theory, EachFeed]
    public async Task MessageThatHoldsNothing_EndsTheStream(FeedKind kind)
    {
        using var call = await new FeedVendor(fixture.Hub, kind).OpenAsync(_writer);
        await call.SendBytesAsync([]);
        await call.ShouldEndAsync(StatusCode.InvalidArgument, Reason.EmptyMessage);
    }
}
