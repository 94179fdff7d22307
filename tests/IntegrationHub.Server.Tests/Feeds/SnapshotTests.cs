using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A snapshot is begun, filled and ended, and is invisible until then.</summary>
public sealed class SnapshotTests : IAsyncLifetime
{
    private readonly Guid _id = Guid.NewGuid();
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await FeedTown.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory, EachSnapshotFeed]
    public async Task RecordsBeforeTheEnd_AreInvisible(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id), vendor.Part(_id, 1, 2), vendor.Part(_id, 3));
        (await vendor.VisibleAsync()).ShouldBeEmpty();
        await vendor.SendAsync(vendor.End(_id, 3));
        (await vendor.VisibleAsync()).ShouldBe([1, 2, 3]);
    }

    [Theory, EachSnapshotFeed]
    public async Task End_WithAnotherCount_IsRefusedAndCanBeMended(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var receipts = await vendor.SendAsync(vendor.Begin(_id), vendor.Part(_id, 1, 2), vendor.End(_id, 3));
        (receipts[^1].Refused.Reason, receipts[^1].Refused.Field).ShouldBe((Reason.SnapshotCountMismatch, "snapshot_end.record_count"));
        (await vendor.VisibleAsync()).ShouldBeEmpty();

        var mended = await vendor.SendAsync(vendor.Part(_id, 3), vendor.End(_id, 3));
        mended[^1].OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
        (await vendor.VisibleAsync()).ShouldBe([1, 2, 3]);
    }

    [Theory, EachSnapshotFeed]
    public async Task WhatASnapshotLeavesOut_IsClosed(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync([.. vendor.Whole(3), .. vendor.Whole(2, SnapshotVendor.Day.AddDays(1))]);
        (await vendor.VisibleAsync()).ShouldBe([1, 2]);
    }

    [Theory, EachSnapshotFeed]
    public async Task BeginBySameWriterAgain_AbandonsTheUnfinishedOne(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id), vendor.Part(_id, 9));
        await vendor.SendAsync(vendor.Whole(2));
        var late = await vendor.SendAsync(vendor.Part(_id, 8), vendor.End(_id, 1));
        late.ShouldAllBe(x => x.Refused.Reason == Reason.SnapshotNotOpen);
        (await vendor.VisibleAsync()).ShouldBe([1, 2]);
    }

    [Theory, EachSnapshotFeed]
    public async Task PartOfAnotherWritersSnapshot_IsUnknown(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id));
        var receipts = await vendor.SendAsAsync("other", vendor.Part(_id, 1), vendor.End(_id, 0));
        receipts.ShouldAllBe(x => x.Refused.Reason == Reason.SnapshotUnknown);
    }

    [Theory, EachSnapshotFeed]
    public async Task BeginWithAUsedId_IsRefused(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id), vendor.End(_id, 0));
        (await vendor.SendAsync(vendor.Begin(_id)))[0].Refused.Reason.ShouldBe(Reason.SnapshotIdReused);
    }

    [Theory, EachSnapshotFeed]
    public async Task EndedSnapshot_TakesNoMore(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id), vendor.Part(_id, 1), vendor.End(_id, 1));
        var late = await vendor.SendAsync(vendor.Part(_id, 2), vendor.End(_id, 2));
        late.ShouldAllBe(x => x.Refused.Reason == Reason.SnapshotNotOpen);
        (await vendor.VisibleAsync()).ShouldBe([1]);
    }

    [Theory, EachSnapshotFeed]
    public async Task ChangeSinceTheBegin_StandsAgainstTheSnapshot(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id), vendor.Part(_id, 1), vendor.Delta(2), vendor.End(_id, 1));
        (await vendor.VisibleAsync()).ShouldBe([1, 2]);
    }

    [Theory, EachSnapshotFeed]
    public async Task SentTwice_CountsOnce(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var submissions = vendor.Whole(2);
        await vendor.SendAsync(submissions);
        (await vendor.SendAsync(submissions)).ShouldAllBe(x => x.Accepted.Duplicate);
        (await vendor.VisibleAsync()).ShouldBe([1, 2]);
    }

    [Theory, EachSnapshotFeed]
    public async Task BeginWithADateInTheFutureOrInNoTime_IsRefused(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var toCome = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3);
        var receipts = await vendor.SendAsync(vendor.Begin(_id, toCome), vendor.Begin(_id, DateOnly.MinValue));
        receipts.Select(x => (x.Refused.Reason, x.Refused.Field))
            .ShouldBe([(Reason.DateInFuture, "snapshot_begin.as_of_date"), (Reason.InvalidDate, "snapshot_begin.as_of_date")]);
    }

    [Theory, EachSnapshotFeed]
    public async Task WithoutAStream_OnlyDeltasAreTaken(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Begin(_id));
        foreach (var submission in (Google.Protobuf.IMessage[])[vendor.Begin(Guid.NewGuid()), vendor.Part(_id, 1), vendor.End(_id, 0)])
            (await vendor.SubmitAloneAsync(submission)).Refused.Reason.ShouldBe(Reason.DeltaExpected);
        (await vendor.SubmitAloneAsync(vendor.Delta(4))).OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
        (await vendor.VisibleAsync()).ShouldBe([4]);
    }
}
