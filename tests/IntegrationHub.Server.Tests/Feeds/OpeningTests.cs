using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A stream begins with its opening, and is opened once.</summary>
public sealed class OpeningTests(FeedHub fixture) : IClassFixture<FeedHub>
{
    private readonly string _writer = FeedTown.NewWriter();

    [Theory, EachFeed]
    public async Task NewWriter_IsAcceptedAtZero(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var call = vendor.Call();
        var acceptance = await call.OpenAsync(_writer);
        (acceptance.Watermark, acceptance.MaxOutstandingSubmissions).ShouldBe((0, 256));
        acceptance.HeartbeatInterval.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(15));
        (await vendor.WatermarkAsync(_writer)).ShouldBe(0);
    }

    [Theory, EachFeed]
    public async Task WriterThatHasSent_ResumesAtTheWatermark(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        await vendor.SendAsync(_writer, vendor.Submission(), vendor.UnknownSubject(), vendor.Submission());
        using var call = vendor.Call();
        (await call.OpenAsync(_writer)).Watermark.ShouldBe(3);
        (await vendor.WatermarkAsync(_writer)).ShouldBe(3);
    }

    [Theory, EachFeed]
    public async Task SubmissionFirst_EndsTheStream(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var call = vendor.Call();
        await call.SendAsync(1, vendor.Submission());
        await call.ShouldEndAsync(StatusCode.FailedPrecondition, Reason.OpeningExpected);
    }

    [Theory, EachFeed]
    public async Task ClosedWithoutAWord_EndsTheStream(FeedKind kind)
    {
        using var call = new FeedVendor(fixture.Hub, kind).Call();
        var error = await Should.ThrowAsync<RpcException>(call.CompleteAsync);
        (error.StatusCode, error.ReasonOf()).ShouldBe((StatusCode.FailedPrecondition, Reason.OpeningExpected));
    }

    [Theory, EachFeed]
    public async Task SecondOpening_EndsTheStreamAfterTheReceiptsOwed(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(1, vendor.Submission());
        await call.SendOpeningAsync(_writer);
        (await call.ReceiptAsync()).OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
        await call.ShouldEndAsync(StatusCode.FailedPrecondition, Reason.OpeningRepeated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("école")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task InvalidWriterId_IsRefusedWithItsField(string writer)
    {
        using var call = new FeedVendor(fixture.Hub, FeedKind.Registers).Call();
        await call.SendOpeningAsync(writer);
        var status = await call.ShouldEndAsync(StatusCode.InvalidArgument, Reason.InvalidWriterId);
        status.FieldViolations.ShouldHaveSingleItem().Field.ShouldBe("writer_id");
    }
}
