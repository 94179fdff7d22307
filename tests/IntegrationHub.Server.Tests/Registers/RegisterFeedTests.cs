using Grpc.Core;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>The rules of a feed, seen by a writer who speaks the bare contract.</summary>
public sealed class RegisterFeedTests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        await _hub.AddSchoolAsync(Urn, Laestab);
        await _hub.AddPupilAsync(Laestab, null, "p1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Opening_NewWriter_IsAcceptedAtZero()
    {
        using var feed = _hub.Registers.SubmitRegisters();
        var acceptance = await OpenAsync(feed);
        acceptance.Watermark.ShouldBe(0);
        acceptance.MaxOutstandingSubmissions.ShouldBe(256);
        acceptance.HeartbeatInterval.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Submissions_ManyInARow_AreReceiptedInOrder()
    {
        using var feed = _hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        for (var i = 1; i <= 50; i++)
            await feed.RequestStream.WriteAsync(Sequenced(i, Register(Mark("p1", "/"))));
        await feed.RequestStream.CompleteAsync();
        var receipts = await ReceiptsAsync(feed);
        receipts.Select(x => x.Sequence).ShouldBe(Enumerable.Range(1, 50).Select(x => (long)x));
        receipts.Select(x => x.Accepted.Position).ShouldBeInOrder(SortDirection.Ascending);
        receipts.ShouldAllBe(x => !x.Accepted.Duplicate && x.Accepted.Notices.Count == 0);
    }

    [Fact]
    public async Task Opening_AfterSubmissions_ResumesAtTheWatermark()
    {
        await SendAsync(Register(Mark("p1", "/")), Register(Mark("p1", "L")));
        using var feed = _hub.Registers.SubmitRegisters();
        (await OpenAsync(feed)).Watermark.ShouldBe(2);
        var checkpoint = await _hub.Registers.GetWriterCheckpointAsync(new() { WriterId = "writer-1" });
        checkpoint.Watermark.ShouldBe(2);
    }

    [Fact]
    public async Task FirstMessage_NoOpening_EndsTheStream()
    {
        using var feed = _hub.Registers.SubmitRegisters();
        await feed.RequestStream.WriteAsync(Sequenced(1, Register(Mark("p1", "/"))));
        await ShouldEndAsync(feed, StatusCode.FailedPrecondition, Reason.OpeningExpected);
    }

    [Fact]
    public async Task Opening_Twice_EndsTheStreamAfterTheReceiptsOwed()
    {
        using var feed = _hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        await feed.RequestStream.WriteAsync(Sequenced(1, Register(Mark("p1", "/"))));
        await feed.RequestStream.WriteAsync(Opening());
        (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
        feed.ResponseStream.Current.Receipt.Sequence.ShouldBe(1);
        await ShouldEndAsync(feed, StatusCode.FailedPrecondition, Reason.OpeningRepeated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("école")]
    public async Task Opening_InvalidWriterId_IsRefused(string writer)
    {
        using var feed = _hub.Registers.SubmitRegisters();
        await feed.RequestStream.WriteAsync(Opening(writer));
        await ShouldEndAsync(feed, StatusCode.InvalidArgument, Reason.InvalidWriterId);
    }

    [Fact]
    public async Task Sequence_Gap_EndsTheStreamWithTheExpectedNumber()
    {
        using var feed = _hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        await feed.RequestStream.WriteAsync(Sequenced(3, Register(Mark("p1", "/"))));
        var status = await ShouldEndAsync(feed, StatusCode.FailedPrecondition, Reason.SequenceGap);
        status.Metadata["expected_sequence"].ShouldBe("1");
    }

    [Fact]
    public async Task Message_WithoutSubmission_EndsTheStream()
    {
        using var feed = _hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        await feed.RequestStream.WriteAsync(new SubmitRegistersRequest());
        await ShouldEndAsync(feed, StatusCode.InvalidArgument, Reason.EmptyMessage);
    }

    [Fact]
    public async Task SameId_SameContent_IsADuplicateAtTheSameAndAtANewSequence()
    {
        var register = Register(Mark("p1", "/"));
        var first = (await SendAsync(register)).Single();

        using var feed = _hub.Registers.SubmitRegisters();
        (await OpenAsync(feed)).Watermark.ShouldBe(1);
        await feed.RequestStream.WriteAsync(Sequenced(1, register));
        await feed.RequestStream.WriteAsync(Sequenced(2, register));
        await feed.RequestStream.CompleteAsync();
        var receipts = await ReceiptsAsync(feed);

        receipts.Select(x => x.Sequence).ShouldBe([1, 2]);
        receipts.ShouldAllBe(x => x.Accepted.Duplicate && x.Accepted.Position == first.Accepted.Position);
        (await JournalRowsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task SameId_OtherContent_IsRefusedAndChangesNothing()
    {
        var register = Register(Mark("p1", "/"));
        await SendAsync(register);
        var other = register.Clone();
        other.Marks[0].Code = "O";
        var receipt = (await SendAsync(other)).Single();
        receipt.Refused.Reason.ShouldBe(Reason.SubmissionIdReused);
        receipt.Sequence.ShouldBe(2);
        (await JournalRowsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Refused_Submission_UsesItsSequenceAndIsRefusedAgain()
    {
        var register = Register(Mark("p1", "/"));
        register.SchoolUrn = "999999";
        var first = (await SendAsync(register)).Single();
        var again = (await SendAsync(register)).Single();
        first.Refused.Reason.ShouldBe(Reason.UnknownSchool);
        first.Refused.Field.ShouldBe("school_urn");
        again.Refused.ShouldBe(first.Refused);
        again.Sequence.ShouldBe(2);
        await using var context = _hub.Database.CreateReadContext();
        (await context.QuarantinedSubmissions.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Opening_OfTheSameWriter_SupersedesTheOlderStream()
    {
        using var older = _hub.Registers.SubmitRegisters();
        await OpenAsync(older);
        using var newer = _hub.Registers.SubmitRegisters();
        await OpenAsync(newer);
        await ShouldEndAsync(older, StatusCode.Aborted, Reason.WriterSuperseded);
        await newer.RequestStream.WriteAsync(Sequenced(1, Register(Mark("p1", "/"))));
        await newer.RequestStream.CompleteAsync();
        (await ReceiptsAsync(newer)).Single().Accepted.ShouldNotBeNull();
    }

    [Fact]
    public async Task Submission_OverTheSizeLimit_IsRefusedByReceipt()
    {
        await using var hub = await TestHub.StartAsync(options => options.Feeds.MaxSubmissionBytes = 2_000);
        await hub.AddSchoolAsync(Urn, Laestab);
        var register = Register([.. Enumerable.Range(0, 200).Select(i => Mark($"pupil-{i}", "/"))]);
        var receipt = await hub.Registers.SubmitRegisterAsync(new() { WriterId = "w", Register = register });
        receipt.Receipt.Refused.Reason.ShouldBe(Reason.SubmissionTooLarge);
    }

    [Fact]
    public async Task Message_OverTheTransportLimit_EndsTheStream()
    {
        await using var hub = await TestHub.StartAsync(options => (options.Feeds.MaxSubmissionBytes, options.Feeds.MaxMessageBytes) = (2_000, 4_000));
        using var feed = hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        await feed.RequestStream.WriteAsync(Sequenced(1, Register([.. Enumerable.Range(0, 1_000).Select(i => Mark($"pupil-{i}", "/"))])));
        (await EndAsync(feed)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Text_WithTheReplacementCharacter_IsRefusedWithItsField()
    {
        var receipt = (await SendAsync(Register(Mark("p1", "/"), Mark("p\uFFFD", "/")))).Single();
        receipt.Refused.Reason.ShouldBe(Reason.InvalidText);
        receipt.Refused.Field.ShouldBe("marks[1].mis_pupil_id");
    }

    [Fact]
    public async Task Heartbeat_NothingSent_TellsTheWatermark()
    {
        await using var hub = await TestHub.StartAsync(options => options.Feeds.HeartbeatInterval = TimeSpan.FromMilliseconds(20));
        using var feed = hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
        feed.ResponseStream.Current.Progress.ShouldBe(new FeedProgress { Watermark = 0, Draining = false });
    }

    [Fact]
    public async Task Stop_WithAnOpenStream_DrainsIt()
    {
        var hub = await TestHub.StartAsync();
        await hub.AddSchoolAsync(Urn, Laestab);
        using var feed = hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        await feed.RequestStream.WriteAsync(Sequenced(1, Register(Mark("p1", "/"))));
        (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
        var stopping = hub.Host.DisposeAsync().AsTask();
        (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
        feed.ResponseStream.Current.Progress.ShouldBe(new FeedProgress { Watermark = 1, Draining = true });
        await feed.RequestStream.CompleteAsync();
        (await feed.ResponseStream.MoveNext(default)).ShouldBeFalse();
        await stopping;
        hub.Channel.Dispose();
    }

    [Fact]
    public async Task Unary_Twice_IsADuplicate()
    {
        var register = Register(Mark("p1", "/"));
        var request = new SubmitRegisterRequest { WriterId = "small-sender", Register = register };
        var first = (await _hub.Registers.SubmitRegisterAsync(request)).Receipt;
        var again = (await _hub.Registers.SubmitRegisterAsync(request)).Receipt;
        first.Accepted.Duplicate.ShouldBeFalse();
        again.Accepted.Duplicate.ShouldBeTrue();
        again.Accepted.Position.ShouldBe(first.Accepted.Position);
        again.Sequence.ShouldBe(0);
    }

    [Fact]
    public async Task Outstanding_BeyondTheLimit_StopsTheReading()
    {
        await using var hub = await TestHub.StartAsync(options => options.Feeds.MaxOutstandingSubmissions = 4);
        await hub.AddSchoolAsync(Urn, Laestab);
        using var feed = hub.Registers.SubmitRegisters();
        await OpenAsync(feed);
        // The hub holds the write lock of the journal back, so no receipt can go out.
        var written = 0;
        await using (await hub.Database.BeginWriteAsync(default))
        {
            var big = Register([.. Enumerable.Range(0, 2_900).Select(i => Mark($"pupil-number-{i:000000}-of-the-large-school", "/"))]);
            using var patience = new CancellationTokenSource();
            var blocked = false;
            while (!blocked && written < 1_000)
            {
                big.SubmissionId = Guid.NewGuid().ToString();
                var write = feed.RequestStream.WriteAsync(Sequenced(written + 1, big));
                blocked = await Task.WhenAny(write, Task.Delay(500)) != write;
                written++;
            }
            blocked.ShouldBeTrue();
        }
        for (var i = 0; i < written; i++)
            (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
    }

    private async Task<List<FeedReceipt>> SendAsync(params RegisterSubmission[] registers)
    {
        using var feed = _hub.Registers.SubmitRegisters();
        var sequence = (await OpenAsync(feed)).Watermark;
        foreach (var register in registers)
            await feed.RequestStream.WriteAsync(Sequenced(++sequence, register));
        await feed.RequestStream.CompleteAsync();
        return await ReceiptsAsync(feed);
    }

    private async Task<int> JournalRowsAsync()
    {
        await using var context = _hub.Database.CreateReadContext();
        return await context.Journal.CountAsync(x => x.Feed == Storage.Model.Feed.Registers);
    }

    private static async Task<FeedAcceptance> OpenAsync(AsyncDuplexStreamingCall<SubmitRegistersRequest, SubmitRegistersResponse> feed)
    {
        await feed.RequestStream.WriteAsync(Opening());
        (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue();
        return feed.ResponseStream.Current.Acceptance.ShouldNotBeNull();
    }

    private static async Task<List<FeedReceipt>> ReceiptsAsync(AsyncDuplexStreamingCall<SubmitRegistersRequest, SubmitRegistersResponse> feed)
    {
        var receipts = new List<FeedReceipt>();
        await foreach (var response in feed.ResponseStream.ReadAllAsync())
        {
            if (response.Receipt is { } receipt)
                receipts.Add(receipt);
        }
        return receipts;
    }

    private static async Task<RpcException> EndAsync(AsyncDuplexStreamingCall<SubmitRegistersRequest, SubmitRegistersResponse> feed)
    {
        while (true)
        {
            try
            {
                (await feed.ResponseStream.MoveNext(default)).ShouldBeTrue("the stream ended without an error");
            }
            catch (RpcException exception)
            {
                return exception;
            }
        }
    }

    private static async Task<RichStatus> ShouldEndAsync(
        AsyncDuplexStreamingCall<SubmitRegistersRequest, SubmitRegistersResponse> feed, StatusCode code, string reason)
    {
        var exception = await EndAsync(feed);
        exception.StatusCode.ShouldBe(code);
        var status = RichStatus.Of(exception);
        status.Reason.ShouldBe(reason);
        return status;
    }
}
