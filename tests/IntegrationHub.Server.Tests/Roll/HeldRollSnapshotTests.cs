using IntegrationHub.Contracts.Operations.V1;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>When a roll's snapshot waits for the LA. What all held snapshots have in common is in Feeds/HeldSnapshotRules.cs.</summary>
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
    public async Task FewLeavers_AreNotHeld()
    {
        var receipt = await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(25));
        receipt.Accepted.Notices.ShouldBeEmpty();
        (await _rolls.EnrolmentsAsync()).Count(x => x.LeavingDate == Snapshot).ShouldBe(5);
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
