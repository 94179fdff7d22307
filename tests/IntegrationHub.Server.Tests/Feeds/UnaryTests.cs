using Grpc.Core;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>One submission without a stream.</summary>
public sealed class UnaryTests(FeedHub fixture) : IClassFixture<FeedHub>
{
    private readonly string _writer = FeedTown.NewWriter();

    [Theory, EachFeed]
    public async Task SentTwice_IsADuplicateWithoutSequence(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.Submission();
        var first = await vendor.SubmitAloneAsync(_writer, submission);
        var again = await vendor.SubmitAloneAsync(_writer, submission);
        first.Accepted.Duplicate.ShouldBeFalse();
        (again.Accepted.Duplicate, again.Accepted.Position, again.Sequence).ShouldBe((true, first.Accepted.Position, 0));
        (await vendor.WatermarkAsync(_writer)).ShouldBe(0);
    }

    [Theory, EachFeed]
    public async Task SentOnTheStreamAndAlone_CountsOnce(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.Submission();
        await vendor.SendAsync(_writer, submission);
        (await vendor.SubmitAloneAsync(_writer, submission)).Accepted.Duplicate.ShouldBeTrue();
    }

    [Theory, EachFeed]
    public async Task BesideAnOpenStream_DisturbsNothing(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        using var call = await vendor.OpenAsync(_writer);
        await vendor.SubmitAloneAsync(_writer, vendor.Submission());
        await call.SendAsync(1, vendor.Submission());
        (await call.CompleteAsync()).Single().Accepted.Duplicate.ShouldBeFalse();
    }

    [Theory, EachFeed]
    public async Task Refused_AnswersWithAReceipt(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var receipt = await vendor.SubmitAloneAsync(_writer, vendor.UnknownSubject());
        receipt.Refused.Field.ShouldBe(vendor.SubjectField);
    }

    [Theory, EachFeed]
    public async Task WithoutSubmission_Fails(FeedKind kind)
    {
        var error = await Should.ThrowAsync<RpcException>(() => new FeedVendor(fixture.Hub, kind).SubmitAloneAsync(_writer, null));
        (error.StatusCode, error.ReasonOf()).ShouldBe((StatusCode.InvalidArgument, Reason.EmptyMessage));
    }

    [Theory, EachFeed]
    public async Task BytesThatTheHubCannotRead_FailWithoutAReason(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var broken = await Should.ThrowAsync<RpcException>(() => vendor.SubmitBytesAloneAsync([0xFF, 0xFF, 0xFF]));
        (broken.StatusCode, broken.ReasonOf()).ShouldBe((StatusCode.Unknown, null));
        var large = await Should.ThrowAsync<RpcException>(() => vendor.SubmitBytesAloneAsync(new byte[(16 * 1024 * 1024) + 1]));
        (large.StatusCode, large.ReasonOf()).ShouldBe((StatusCode.ResourceExhausted, null));
    }

    [Theory, EachFeed]
    public async Task InvalidWriterId_Fails(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var error = await Should.ThrowAsync<RpcException>(() => vendor.SubmitAloneAsync("a b", vendor.Submission()));
        (error.StatusCode, error.ReasonOf()).ShouldBe((StatusCode.InvalidArgument, Reason.InvalidWriterId));
    }
}
