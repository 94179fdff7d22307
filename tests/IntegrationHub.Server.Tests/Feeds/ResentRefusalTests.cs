using Grpc.Core;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A writer whose receipts were lost sends again under the sequences it had, and is told again, whatever it was told.</summary>
public sealed class ResentRefusalTests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        await _hub.AddSchoolAsync(Urn, Laestab);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("not-a-uuid")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Resent_RefusedForItsId_IsRefusedAgain(string submissionId)
    {
        var register = Register(Mark("p1", "/"));
        register.SubmissionId = submissionId;
        await SendAsync((1, register));

        var again = await SendAsync((1, register));

        again.Single().Refused.Reason.ShouldBe(Reason.InvalidSubmissionId);
    }

    [Fact]
    public async Task Resent_RefusedForAnIdUsedBefore_IsRefusedAgain()
    {
        var register = Register(Mark("p1", "/"));
        var other = register.Clone();
        other.RegisterGroup = "other";
        await SendAsync((1, register), (2, other));

        var again = await SendAsync((1, register), (2, other));

        again[0].Accepted.Duplicate.ShouldBeTrue();
        again[1].Refused.Reason.ShouldBe(Reason.SubmissionIdReused);
    }

    [Fact]
    public async Task Resent_WhileTheFirstIsOnItsWay_IsADuplicate()
    {
        var register = Register(Mark("p1", "/"));
        using var feed = await OpenAsync();
        await using (await _hub.Database.BeginWriteAsync(default))
        {
            // Nothing becomes durable now.
            await feed.RequestStream.WriteAsync(Sequenced(1, register));
            await feed.RequestStream.WriteAsync(Sequenced(1, register));
            await feed.RequestStream.CompleteAsync();
        }

        var receipts = await ReceiptsAsync(feed);

        receipts.Select(x => x.Accepted.Duplicate).ShouldBe([false, true]);
    }

    [Fact]
    public async Task NewContent_UnderAUsedSequence_IsAGap()
    {
        await SendAsync((1, Register(Mark("p1", "/"))));

        var refused = await Should.ThrowAsync<RpcException>(() => SendAsync((1, Register(Mark("p1", "/")))));

        RichStatus.Of(refused).Reason.ShouldBe(Reason.SequenceGap);
    }

    private async Task<List<FeedReceipt>> SendAsync(params (long Sequence, RegisterSubmission Register)[] registers)
    {
        using var feed = await OpenAsync();
        foreach (var (sequence, register) in registers)
            await feed.RequestStream.WriteAsync(Sequenced(sequence, register));
        await feed.RequestStream.CompleteAsync();
        return await ReceiptsAsync(feed);
    }

    private async Task<AsyncDuplexStreamingCall<SubmitRegistersRequest, SubmitRegistersResponse>> OpenAsync()
    {
        var feed = _hub.Registers.SubmitRegisters();
        await feed.RequestStream.WriteAsync(Opening());
        (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
        return feed;
    }

    private static async Task<List<FeedReceipt>> ReceiptsAsync(AsyncDuplexStreamingCall<SubmitRegistersRequest, SubmitRegistersResponse> feed)
    {
        var receipts = new List<FeedReceipt>();
        await foreach (var response in feed.ResponseStream.ReadAllAsync())
            receipts.Add(response.Receipt);
        return receipts;
    }
}
