using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>The newest opening of a writer wins.</summary>
public sealed class FencingTests(FeedHub fixture) : IClassFixture<FeedHub>
{
    private readonly string _writer = FeedTown.NewWriter();

    [Theory, EachFeed]
    public async Task NewerOpening_EndsTheOlderStreamAtOnce(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var older = await vendor.OpenAsync(_writer);
        using var newer = await vendor.OpenAsync(_writer);
        await older.ShouldEndAsync(StatusCode.Aborted, Reason.WriterSuperseded);
        await newer.SendAsync(1, vendor.Submission());
        (await newer.CompleteAsync()).Single().OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
    }

    [Theory, EachFeed]
    public async Task OlderStreamThatSendsOn_KeepsNothing(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var older = await vendor.OpenAsync(_writer);
        await OpenOnAnotherReplicaAsync();
        var submission = vendor.Submission();
        await older.SendAsync(1, submission);
        await older.ShouldEndAsync(StatusCode.Aborted, Reason.WriterSuperseded);
        (await vendor.WatermarkAsync(_writer)).ShouldBe(0);
        (await vendor.SendAsync(_writer, submission)).Single().Accepted.Duplicate.ShouldBeFalse();
    }

    [Theory, EachFeed]
    public async Task ManyOpeningsAtOnce_LeaveOneStream(FeedKind kind)
    {
        const int Streams = 8;
        var vendor = new FeedVendor(fixture.Hub, kind);
        var results = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => OpenAndSendAsync(vendor)));
        // One was the last to open. Those before it may have sent before it opened, each in its turn, or were driven out.
        results.ShouldAllBe(x => x == "" || x == Reason.WriterSuperseded);
        results.ShouldContain("");
        // What was stored just before a newer opening may have lost its receipt to it; nothing has a receipt and was not stored.
        (await vendor.WatermarkAsync(_writer)).ShouldBeInRange(results.Count(x => x == ""), Streams);
    }

    [Theory, EachFeed]
    public async Task AnotherWriter_AnotherSystemAndAnotherFeed_AreLeftAlone(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var other = new FeedVendor(fixture.Hub, kind == FeedKind.Roll ? FeedKind.Casework : FeedKind.Roll);
        using var call = await vendor.OpenAsync(_writer);
        using var otherWriter = await vendor.OpenAsync(FeedTown.NewWriter());
        using var otherSystem = await new FeedVendor(fixture.Hub, kind, "another-vendor").OpenAsync(_writer);
        using var otherFeed = await other.OpenAsync(_writer);
        await call.SendAsync(1, vendor.Submission());
        (await call.CompleteAsync()).Single().OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
    }

    /// <returns>Nothing when the receipt has come; otherwise why the stream ended.</returns>
    private async Task<string> OpenAndSendAsync(FeedVendor vendor)
    {
        using var call = vendor.Call();
        try
        {
            var watermark = (await call.OpenAsync(_writer)).Watermark;
            await call.TrySendAsync(watermark + 1, vendor.Submission());
            return await call.NextAsync() is FeedReceipt ? "" : "ended without a receipt";
        }
        catch (RpcException error)
        {
            return error.ReasonOf() ?? error.Status.Detail;
        }
    }

    /// <summary>This process learns nothing of it: only the epoch in the database says so.</summary>
    private Task OpenOnAnotherReplicaAsync() =>
        fixture.Hub.WriteAsync(context => context.Writers.Single(x => x.WriterId == _writer).Epoch++);
}
