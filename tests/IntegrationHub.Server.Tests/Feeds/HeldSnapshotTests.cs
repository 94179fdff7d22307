using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A snapshot that would close too much waits for the LA, and not for its sender.</summary>
public sealed class HeldSnapshotTests : IAsyncLifetime
{
    private const int Before = 30;
    private const int After = 15;

    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await FeedTown.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory, EachSnapshotFeed]
    public async Task HalfOfWhatIsOpen_IsHeldWithANotice(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        await vendor.SendAsync(vendor.Whole(Before));
        var receipts = await vendor.SendAsync(vendor.Whole(After, SnapshotVendor.Day.AddDays(1)));
        receipts[^1].Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { ItemIndex = 0, Outcome = NoticeOutcome.Warning, Reason = Reason.SnapshotHeld });
        (await vendor.VisibleAsync()).Count.ShouldBe(Before);

        var held = (await Operations().ListHeldSnapshotsAsync(new())).Snapshots.ShouldHaveSingleItem();
        (held.Scope, held.RecordCount, held.OpenCount, held.ClosingCount).ShouldBe((vendor.Scope, After, Before, Before - After));
    }

    [Theory, EachSnapshotFeed]
    public async Task ApprovedByAnotherSystem_BecomesVisibleOnce(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var request = await HoldAsync(vendor);
        var approval = await Operations().ApproveSnapshotAsync(request);
        (await vendor.VisibleAsync()).ShouldBe(Enumerable.Range(1, After));
        (await Operations().ListHeldSnapshotsAsync(new())).Snapshots.ShouldBeEmpty();
        (await Operations().ApproveSnapshotAsync(request)).Position.ShouldBe(approval.Position);
    }

    [Theory, EachSnapshotFeed]
    public async Task ApprovedByItsSender_IsRefusedAndGoesOnWaiting(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var request = await HoldAsync(vendor);
        await Operations("vendor").ApproveSnapshotAsync(request).ShouldBeRefusedAsync(StatusCode.PermissionDenied, Reason.ApproverIsSender);
        await Operations("vendor").ApproveSnapshotAsync(Anew(request), InTheNameOf("head.teacher"))
            .ShouldBeRefusedAsync(StatusCode.PermissionDenied, Reason.ApproverIsSender);
        (await vendor.VisibleAsync()).Count.ShouldBe(Before);
        (await Operations().ListHeldSnapshotsAsync(new())).Snapshots.ShouldHaveSingleItem();
    }

    [Theory, EachSnapshotFeed]
    public async Task SentByTheCommandLine_IsApprovedThroughItByAPerson(FeedKind kind)
    {
        var imported = new SnapshotVendor(_hub, kind, "hub");
        var request = await HoldAsync(imported);
        await Operations("hub").ApproveSnapshotAsync(request).ShouldBeRefusedAsync(StatusCode.PermissionDenied, Reason.ApproverIsSender);
        await Operations("hub").ApproveSnapshotAsync(Anew(request), InTheNameOf("operator"));
        (await imported.VisibleAsync()).Count.ShouldBe(After);
    }

    [Theory, EachSnapshotFeed]
    public async Task OvertakenByALaterSnapshot_NeedsNoApproval(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var request = await HoldAsync(vendor);
        await vendor.SendAsync(vendor.Whole(Before, SnapshotVendor.Day.AddDays(2)));
        (await Operations().ListHeldSnapshotsAsync(new())).Snapshots.ShouldBeEmpty();
        await Operations().ApproveSnapshotAsync(request).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.SnapshotNotHeld);
    }

    [Theory, EachSnapshotFeed]
    public async Task StillOpen_CannotBeApproved(FeedKind kind)
    {
        var vendor = new SnapshotVendor(_hub, kind);
        var id = Guid.NewGuid();
        await vendor.SendAsync(vendor.Begin(id));
        await Operations().ApproveSnapshotAsync(Approval(id.ToString())).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.SnapshotNotHeld);
    }

    [Fact]
    public async Task Unknown_IsNotFound()
    {
        await Operations().ApproveSnapshotAsync(Approval(Guid.NewGuid().ToString())).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.SnapshotUnknown);
        await Operations().ApproveSnapshotAsync(Approval("snapshot")).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidSnapshotId);
    }

    private async Task<ApproveSnapshotRequest> HoldAsync(SnapshotVendor vendor)
    {
        await vendor.SendAsync([.. vendor.Whole(Before), .. vendor.Whole(After, SnapshotVendor.Day.AddDays(1))]);
        return Approval((await Operations().ListHeldSnapshotsAsync(new())).Snapshots.ShouldHaveSingleItem().SnapshotId);
    }

    private OperationsService.OperationsServiceClient Operations(string system = "la-office") => new(_hub.Client(system).Invoker);

    private static ApproveSnapshotRequest Approval(string snapshotId) => new() { RequestId = Guid.NewGuid().ToString(), SnapshotId = snapshotId };

    private static ApproveSnapshotRequest Anew(ApproveSnapshotRequest request) => Approval(request.SnapshotId);

    private static Metadata InTheNameOf(string person) => new() { { "hub-person", person } };
}
