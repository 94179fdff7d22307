using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>Messages that are too large, broken, or hold broken text: each costs what it must, and nothing else.</summary>
public sealed class MessageTests(FeedHub fixture) : IClassFixture<FeedHub>
{
    private const int Megabyte = 1024 * 1024;

    private readonly string _writer = FeedTown.NewWriter();

    [Theory, EachFeed]
    public async Task SubmissionOver4Megabytes_IsRefusedByReceiptAndTheStreamGoesOn(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var receipts = await vendor.SendAsync(_writer, vendor.Submission(new string('x', 4 * Megabyte)), vendor.Submission());
        receipts[0].Refused.Reason.ShouldBe(Reason.SubmissionTooLarge);
        receipts[1].OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
    }

    [Theory, EachFeed]
    public async Task MessageOver16Megabytes_EndsItsStreamAndNoOther(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var other = await vendor.OpenAsync(FeedTown.NewWriter());
        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(1, vendor.Submission());
        await call.TrySendAsync(2, vendor.Submission(new string('x', 16 * Megabyte)));
        await call.ShouldEndAsync(StatusCode.ResourceExhausted, Reason.MessageTooLarge);
        await ShouldGoOnAsync(vendor, other);
    }

    [Theory, EachFeed]
    public async Task BytesThatAreNoMessage_EndTheirStreamAndNoOther(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var other = await vendor.OpenAsync(FeedTown.NewWriter());
        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(1, vendor.Submission());
        var whole = call.Encode(2, vendor.Submission());
        await call.SendBytesAsync(whole[..^3]);
        await call.ShouldEndAsync(StatusCode.InvalidArgument, Reason.MessageUnreadable);
        await ShouldGoOnAsync(vendor, other);
    }

    [Theory, EachFeed]
    public async Task BytesThatAreNoMessage_InPlaceOfTheOpening_EndTheStream(FeedKind kind)
    {
        using var call = new FeedVendor(fixture.Hub, kind).Call();
        await call.SendBytesAsync([0xFF, 0xFF, 0xFF]);
        await call.ShouldEndAsync(StatusCode.InvalidArgument, Reason.MessageUnreadable);
    }

    [Theory, EachFeed]
    public async Task TextWithTheReplacementOrTheNullCharacter_IsRefusedWithItsField(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var receipts = await vendor.SendAsync(_writer, vendor.Submission("Oka\uFFFDor"), vendor.Submission("Oka\0or"), vendor.Submission());
        receipts.Take(2).ShouldAllBe(x => x.Refused.Reason == Reason.InvalidText && x.Refused.Field == vendor.TextField);
        receipts[2].OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
    }

    [Theory, EachFeed]
    public async Task TextThatIsNotUtf8_IsRefusedWithItsField(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var call = await vendor.OpenAsync(_writer);
        var bytes = call.Encode(1, vendor.Submission("Qzq"));
        bytes[bytes.AsSpan().IndexOf("zq"u8)] = 0xE9;
        await call.SendBytesAsync(bytes);
        var receipt = (await call.CompleteAsync()).Single();
        (receipt.Refused.Reason, receipt.Refused.Field).ShouldBe((Reason.InvalidText, vendor.TextField));
    }

    private async Task ShouldGoOnAsync(FeedVendor vendor, FeedCall other)
    {
        await other.SendAsync(1, vendor.Submission());
        (await other.CompleteAsync()).Single().OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
        (await vendor.WatermarkAsync(_writer)).ShouldBe(1);
        (await vendor.SendAsync(_writer, vendor.Submission())).Single().Sequence.ShouldBe(2);
    }
}
