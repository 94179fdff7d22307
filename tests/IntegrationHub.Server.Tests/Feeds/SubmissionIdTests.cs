using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A submission id counts once, with the content that it came with first.</summary>
public sealed class SubmissionIdTests(FeedHub fixture) : IClassFixture<FeedHub>
{
    private readonly string _writer = FeedTown.NewWriter();

    [Theory, EachFeed]
    public async Task SameContent_IsADuplicateAtTheSameAndAtANewSequence(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.Submission();
        var first = (await vendor.SendAsync(_writer, submission)).Single();

        using var call = await vendor.OpenAsync(_writer);
        await call.SendAsync(1, submission);
        await call.SendAsync(2, submission);
        var receipts = await call.CompleteAsync();

        receipts.Select(x => x.Sequence).ShouldBe([1, 2]);
        receipts.ShouldAllBe(x => x.Accepted.Duplicate && x.Accepted.Position == first.Accepted.Position);
        receipts.ShouldAllBe(x => x.Accepted.AcceptTime.Equals(first.Accepted.AcceptTime));
        (await JournalRowsAsync()).ShouldBe(1);
        (await vendor.WatermarkAsync(_writer)).ShouldBe(2);
    }

    [Theory, EachFeed]
    public async Task SameContent_ByAnotherWriterOfTheSystem_IsADuplicate(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.Submission();
        await vendor.SendAsync(FeedTown.NewWriter(), submission);
        (await vendor.SendAsync(_writer, submission)).Single().Accepted.Duplicate.ShouldBeTrue();
        (await JournalRowsAsync()).ShouldBe(0);
    }

    [Theory, EachFeed]
    public async Task SameContent_ByAnotherSystem_IsAnotherSubmission(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.Submission();
        await vendor.SendAsync(_writer, submission);
        var receipts = await new FeedVendor(fixture.Hub, kind, "another-vendor").SendAsync(_writer, submission);
        receipts.Single().Accepted.Duplicate.ShouldBeFalse();
    }

    [Theory, EachFeed]
    public async Task OtherContent_IsRefusedAndChangesNothing(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.Submission();
        await vendor.SendAsync(_writer, submission);
        var other = FeedVendor.With(vendor.Submission("Else"), "submission_id", FieldOf(submission));
        var receipt = (await vendor.SendAsync(_writer, other)).Single();
        (receipt.Refused.Reason, receipt.Refused.Field, receipt.Sequence).ShouldBe((Reason.SubmissionIdReused, "submission_id", 2));
        (await JournalRowsAsync()).ShouldBe(1);
        // The id still stands for what it came with first.
        (await vendor.SendAsync(_writer, submission)).Single().Accepted.Duplicate.ShouldBeTrue();
    }

    [Theory, EachFeed]
    public async Task RefusedSubmission_UsesItsSequenceAndIsRefusedAgain(FeedKind kind)
    {
        var vendor = new FeedVendor(fixture.Hub, kind);
        var submission = vendor.UnknownSubject();
        var first = (await vendor.SendAsync(_writer, submission)).Single();
        var again = (await vendor.SendAsync(_writer, submission)).Single();
        first.Refused.Reason.ShouldBe(kind == FeedKind.Casework ? Reason.UnknownSource : Reason.UnknownSchool);
        first.Refused.Field.ShouldBe(vendor.SubjectField);
        again.Refused.ShouldBe(first.Refused);
        again.Sequence.ShouldBe(2);
        await using var context = fixture.Hub.Database.CreateReadContext();
        (await context.QuarantinedSubmissions.CountAsync(x => x.WriterId == _writer)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("register-1")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task IdThatIsNoUuid_IsRefusedByReceiptEachTime(string id)
    {
        var vendor = new FeedVendor(fixture.Hub, FeedKind.Registers);
        var submission = FeedVendor.With(vendor.Submission(), "submission_id", id);
        var receipts = await vendor.SendAsync(_writer, submission, submission, vendor.Submission());
        receipts.Take(2).ShouldAllBe(x => x.Refused.Reason == Reason.InvalidSubmissionId && x.Refused.Field == "submission_id");
        receipts[2].Accepted.ShouldNotBeNull();
    }

    private static string FieldOf(Google.Protobuf.IMessage submission) =>
        (string)submission.Descriptor.FindFieldByName("submission_id").Accessor.GetValue(submission);

    private async Task<int> JournalRowsAsync()
    {
        await using var context = fixture.Hub.Database.CreateReadContext();
        return await context.Journal.CountAsync(x => x.WriterId == _writer);
    }
}
