using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>The newest opening of a writer wins.</summary>
public abstract class FencingRules<TEngine>(FeedHub<TEngine> fixture) : IClassFixture<FeedHub<TEngine>>
    where TEngine : IStorageEngine
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
        var accepted = results.Count(x => x is null);
        accepted.ShouldBeInRange(1, Streams);
        results.Where(x => x is not null).ShouldAllBe(x => x == Reason.WriterSuperseded);
        (await vendor.WatermarkAsync(_writer)).ShouldBe(accepted);
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

    private async Task<string?> OpenAndSendAsync(FeedVendor vendor)
    {
        using var call = vendor.Call();
        try
        {
            var watermark = (await call.OpenAsync(_writer)).Watermark;
            await call.SendAsync(watermark + 1, vendor.Submission());
            await call.CompleteAsync();
            return null;
        }
        catch (RpcException error)
        {
            return error.ReasonOf();
        }
    }

    /// <summary>This process learns nothing of it: only the epoch in the database says so.</summary>
    private Task OpenOnAnotherReplicaAsync() =>
        fixture.Hub.WriteAsync(context => context.Writers.Single(x => x.WriterId == _writer).Epoch++);
}
