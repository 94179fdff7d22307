using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>What snapshots do to a roll. What all snapshots have in common is in Feeds/SnapshotRules.cs.</summary>
public sealed class RollSnapshotTests : IAsyncLifetime
{
    private RollFixture _rolls = null!;

    public async Task InitializeAsync() => _rolls = await RollFixture.StartAsync();

    public async Task DisposeAsync() => await _rolls.DisposeAsync();

    [Fact]
    public async Task Snapshot_OfAnEmptySchool_IsNeverHeld()
    {
        var receipt = await _rolls.SnapshotAsync(NorthUrn, Snapshot, Records(30));
        receipt.Accepted.Notices.ShouldBeEmpty();
        (await _rolls.EnrolmentsAsync()).Count.ShouldBe(30);
    }

    [Fact]
    public async Task PupilLeftOut_LeavesOnTheDayBefore()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Records(3));
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(2));
        (await _rolls.EnrolmentsAsync()).Select(x => x.LeavingDate).ShouldBe([null, null, Snapshot]);
    }

    [Fact]
    public async Task PupilLeftOutOnTheirFirstDay_WasNeverOnTheRoll()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, [.. Records(2), Record("new", entry: Snapshot.AddDays(1))]);
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(2));
        (await _rolls.EnrolmentsAsync()).Select(x => x.MisPupilId).ShouldBe(["p1", "p2"]);
    }

    [Fact]
    public async Task PupilWhoWillCome_StaysThoughLeftOut()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, [.. Records(2), Record("next", entry: Snapshot.AddDays(30))]);
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(1), Records(2));
        (await _rolls.EnrolmentsAsync()).Single(x => x.MisPupilId == "next").LeavingDate.ShouldBeNull();
    }

    [Fact]
    public async Task FaultyRecord_TakesNobodyOffTheRoll()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Records(3));
        var records = Records(3);
        records[2].Surname = "";
        var id = Guid.NewGuid();
        var receipts = await _rolls.SendAsync(
            Begin(NorthUrn, id, Snapshot.AddDays(1)), Part(NorthUrn, id, records), End(NorthUrn, id, 3));
        receipts[1].Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { ItemIndex = 2, Outcome = NoticeOutcome.Quarantined, Reason = Reason.RecordIncomplete });
        (await _rolls.EnrolmentsAsync()).ShouldAllBe(x => x.LeavingDate == null);
    }

    [Fact]
    public async Task FaultyRecord_IsHeldUntilALaterSnapshotMendsIt()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("p1"), new() { MisPupilId = "p2" });
        (await CountHeldRecordsAsync()).ShouldBe(1);
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("p1"), Record("p2"));
        (await CountHeldRecordsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ChangeSinceTheBegin_StandsAgainstTheSnapshot()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("p1"));
        var id = Guid.NewGuid();
        await _rolls.SendAsync(Begin(NorthUrn, id), Part(NorthUrn, id, Record("p1")));
        await _rolls.ChangeAsync(NorthUrn, Record("p1", leaving: Snapshot), Record("p2"));
        await _rolls.SendAsync(End(NorthUrn, id, 1));
        (await _rolls.EnrolmentsAsync()).Select(x => (x.MisPupilId, x.LeavingDate)).ShouldBe([("p1", Snapshot), ("p2", null)]);
    }

    private async Task<int> CountHeldRecordsAsync()
    {
        await using var context = _rolls.Hub.Database.CreateReadContext();
        return await context.HeldRecords.CountAsync();
    }
}
