using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>A snapshot that would close too much waits for the LA.</summary>
public sealed class HeldRollSnapshotTests : IAsyncLifetime
{
    private RollFixture _rolls = null!;
    private OperationsService.OperationsServiceClient _operations = null!;

    public async Task InitializeAsync()
    {
        _rolls = await RollFixture.StartAsync();
        _operations = new(_rolls.Hub.Channel);
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Records(30));
    }

    public async Task DisposeAsync() => await _rolls.DisposeAsync();

    [Fact]
    public async Task HalfTheRoll_IsHeldWithANotice()
    {
        var receipt = await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(15));
        receipt.Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { ItemIndex = 0, Outcome = NoticeOutcome.Warning, Reason = Reason.SnapshotHeld });
        (await _rolls.EnrolmentsAsync()).ShouldAllBe(x => x.LeavingDate == null);

        var held = (await _operations.ListHeldSnapshotsAsync(new())).Snapshots.ShouldHaveSingleItem();
        (held.Scope, held.RecordCount, held.OpenCount, held.ClosingCount).ShouldBe(("ROLL 8512001", 15, 30, 15));
    }

    [Fact]
    public async Task FewLeavers_AreNotHeld()
    {
        var receipt = await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(25));
        receipt.Accepted.Notices.ShouldBeEmpty();
        (await _rolls.EnrolmentsAsync()).Count(x => x.LeavingDate == Snapshot).ShouldBe(5);
    }

    [Fact]
    public async Task Approved_BecomesVisible()
    {
        var held = await HoldAsync();
        var request = new ApproveSnapshotRequest { RequestId = Guid.NewGuid().ToString(), SnapshotId = held };
        var approval = await _operations.ApproveSnapshotAsync(request);
        (await _rolls.EnrolmentsAsync()).Count(x => x.LeavingDate == Snapshot).ShouldBe(15);
        (await _operations.ListHeldSnapshotsAsync(new())).Snapshots.ShouldBeEmpty();
        (await _operations.ApproveSnapshotAsync(request)).Position.ShouldBe(approval.Position);
    }

    [Fact]
    public async Task Approved_LaterChangesStand()
    {
        var held = await HoldAsync();
        var stays = Records(30)[29];
        stays.Forename = "Grace";
        await _rolls.ChangeAsync(NorthUrn, stays);
        await ApproveAsync(held);
        (await _rolls.EnrolmentsAsync()).Single(x => x.MisPupilId == "p30").LeavingDate.ShouldBeNull();
        (await _rolls.EnrolmentsAsync()).Count(x => x.LeavingDate == Snapshot).ShouldBe(14);
    }

    [Fact]
    public async Task OvertakenByALaterSnapshot_NeedsNoApproval()
    {
        var held = await HoldAsync();
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(30));
        (await _operations.ListHeldSnapshotsAsync(new())).Snapshots.ShouldBeEmpty();
        var error = await Should.ThrowAsync<Grpc.Core.RpcException>(() => ApproveAsync(held));
        error.StatusCode.ShouldBe(Grpc.Core.StatusCode.FailedPrecondition);
        error.ReasonOf().ShouldBe(Reason.SnapshotNotHeld);
    }

    [Fact]
    public async Task Approve_UnknownSnapshot_IsNotFound()
    {
        var error = await Should.ThrowAsync<Grpc.Core.RpcException>(() => ApproveAsync(Guid.NewGuid().ToString()));
        error.StatusCode.ShouldBe(Grpc.Core.StatusCode.NotFound);
    }

    [Fact]
    public async Task NewMis_RenumbersThePupils_AndNobodyLeaves()
    {
        var renumbered = Records(30);
        foreach (var record in renumbered)
            record.MisPupilId = "new-" + record.MisPupilId;
        var receipt = await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), renumbered);
        receipt.Accepted.Notices.ShouldBeEmpty();
        var enrolments = await _rolls.EnrolmentsAsync();
        enrolments.Count.ShouldBe(30);
        enrolments.ShouldAllBe(x => x.LeavingDate == null && x.MisPupilId.StartsWith("new-"));
    }

    private async Task<string> HoldAsync()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(15));
        return (await _operations.ListHeldSnapshotsAsync(new())).Snapshots.Single().SnapshotId;
    }

    private async Task ApproveAsync(string snapshotId) =>
        await _operations.ApproveSnapshotAsync(new() { RequestId = Guid.NewGuid().ToString(), SnapshotId = snapshotId });
}
