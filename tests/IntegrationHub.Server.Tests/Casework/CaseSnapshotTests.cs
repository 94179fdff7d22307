using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Casework.CaseBuilder;

namespace IntegrationHub.Server.Tests.Casework;

/// <summary>Nightly snapshots of a source, and changes in between.</summary>
public sealed class CaseSnapshotTests : IAsyncLifetime
{
    private CaseFixture _cases = null!;

    public async Task InitializeAsync() => _cases = await CaseFixture.StartAsync();

    public async Task DisposeAsync() => await _cases.DisposeAsync();

    [Fact]
    public async Task UnknownSource_IsRefused()
    {
        var receipt = await _cases.ChangeAsync("nobody", Child("c1"));
        receipt.Refused.Reason.ShouldBe(Reason.UnknownSource);
        receipt.Refused.Field.ShouldBe("source_id");
    }

    [Fact]
    public async Task Snapshot_ClosesWhatItDoesNotName()
    {
        await _cases.SnapshotAsync(Today, Child("c1"), Child("c2"), Plan("p1", "c1", "c2"), Lead("l1", "c1", "w1"), Lead("l2", "c2", "w2"));
        await _cases.SnapshotAsync(Today, Child("c1"), Lead("l1", "c1", "w1"));
        var source = await _cases.SourceAsync();
        (source.ChildCount, source.OpenPlanCount, source.OpenLeadCount, source.NamedLeadCount).ShouldBe((1, 0, 1, 1));
    }

    [Fact]
    public async Task SnapshotWithoutInvolvements_IsHeld_ThoughItNamesEveryChild()
    {
        CaseRecord[] children = [.. Enumerable.Range(1, 20).Select(x => Child($"c{x}"))];
        CaseRecord[] leads = [.. Enumerable.Range(1, 8).Select(x => Lead($"l{x}", $"c{x}", $"w{x}"))];
        await _cases.SnapshotAsync(Today, [.. children, .. leads]);
        var receipt = await _cases.SnapshotAsync(Today, children);
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.SnapshotHeld);
        (await _cases.SourceAsync()).OpenLeadCount.ShouldBe(8);

        var held = (await _cases.Operations.ListHeldSnapshotsAsync(new())).Snapshots.ShouldHaveSingleItem();
        (held.Scope, held.OpenCount, held.ClosingCount).ShouldBe(("CASEWORK social-care", 28, 8));
        await _cases.Operations.ApproveSnapshotAsync(new() { RequestId = Guid.NewGuid().ToString(), SnapshotId = held.SnapshotId });
        (await _cases.SourceAsync()).OpenLeadCount.ShouldBe(0);
    }

    [Fact]
    public async Task EndedRecordsLeftOut_StayAsTheyWere()
    {
        await _cases.SnapshotAsync(Today, Child("c1"), Lead("l1", "c1", "w1", end: Today.AddDays(-10)));
        await _cases.SnapshotAsync(Today, Child("c1"));
        (await _cases.ReadAsync(x => x.Involvements.SingleAsync())).ClosedPosition.ShouldBeNull();
        (await _cases.SourceAsync(Today.AddDays(-20))).OpenLeadCount.ShouldBe(1);
        (await _cases.SourceAsync()).OpenLeadCount.ShouldBe(0);
    }

    [Fact]
    public async Task FaultyRecord_ClosesNothing()
    {
        await _cases.SnapshotAsync(Today, Child("c1"), Lead("l1", "c1", "w1"));
        var faulty = Lead("l1", "c1", "w1");
        faulty.Involvement.LeadKind = "WIZARD";
        var receipts = await _cases.SendAsync(Whole(SocialCare, Today, Child("c1"), faulty));
        receipts[1].Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { ItemIndex = 1, Outcome = NoticeOutcome.Quarantined, Reason = Reason.UnknownLeadKind });
        var source = await _cases.SourceAsync();
        (source.OpenLeadCount, source.HeldRecordCount).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Snapshot_OfOneSource_LeavesTheOtherAlone()
    {
        await _cases.ChangeAsync(EarlyHelp, Child("e1"));
        await _cases.SnapshotAsync(Today, Child("c1"));
        (await _cases.ReadAsync(x => x.SourcePersons.CountAsync(p => p.ClosedPosition == null))).ShouldBe(2);
    }

    [Fact]
    public async Task ChildTakenBack_TakesLeadsAndPlacesInPlansAlong()
    {
        await _cases.ChangeAsync(Child("c1"), Child("c2"), Plan("p1", "c1", "c2"), Lead("l1", "c1", "w1"), Lead("l2", "c2", "w2"));
        await _cases.ChangeAsync(Removal(CaseRecordKind.Child, "c1"));
        (await _cases.SourceAsync()).OpenLeadCount.ShouldBe(1);
        (await _cases.ReadAsync(x => x.CasePlanSubjects.Select(s => s.SourcePersonId).ToListAsync())).ShouldBe(["c2"]);
    }

    [Fact]
    public async Task PlanRestated_CoversTheChildrenItNamesNow()
    {
        await _cases.ChangeAsync(Child("c1"), Child("c2"), Child("c3"), Plan("p1", "c1", "c2"));
        await _cases.ChangeAsync(Plan("p1", "c2", "c3"));
        (await _cases.ReadAsync(x => x.CasePlanSubjects.Select(s => s.SourcePersonId).Order().ToListAsync())).ShouldBe(["c2", "c3"]);
    }

    [Fact]
    public async Task LeadOfAChildNotSent_WaitsForTheChild()
    {
        var receipt = await _cases.ChangeAsync(Lead("l1", "c1", "w1"));
        receipt.Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { Outcome = NoticeOutcome.Pending, Reason = Reason.ChildUnknown });
    }

    [Fact]
    public async Task FaultyRecords_AreSetAside()
    {
        var plan = Plan("p1", "c1");
        plan.Plan.PlanKind = "PLAN_B";
        var backwards = Lead("l1", "c1", "w1", end: Today.AddDays(-200));
        var receipt = await _cases.ChangeAsync(Child("c1"), plan, backwards, Child(""), new CaseRecord(), Removal(CaseRecordKind.Unspecified, "x"));
        receipt.Accepted.Notices.Select(x => (x.ItemIndex, x.Reason)).ShouldBe([
            (1, Reason.UnknownPlanKind), (2, Reason.DatesOutOfOrder), (3, Reason.RecordIncomplete),
            (4, Reason.RecordIncomplete), (5, Reason.RecordIncomplete)]);
        (await _cases.ReadAsync(x => x.HeldRecords.CountAsync(h => h.Scope == SocialCare))).ShouldBe(5);
    }

    [Fact]
    public async Task BirthAtTheEndOfTime_IsNoDate_AndTheSourceIsReadAllTheSame()
    {
        var receipt = await _cases.ChangeAsync(Child("c1", born: DateOnly.MaxValue));
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.InvalidDate);
        (await _cases.SourceAsync()).ChildCount.ShouldBe(1);
    }

    [Fact]
    public async Task OddValues_AreWarnedOfAndTheRecordCounts()
    {
        var child = Child("c1");
        (child.Child.NhsNumber, child.Child.Sex) = ("1234567890", "unknown");
        child.Child.DateOfBirth = new() { Year = 2012 };
        var receipt = await _cases.ChangeAsync(child);
        receipt.Accepted.Notices.Select(x => x.Reason)
            .ShouldBe([Reason.InvalidNhsNumber, Reason.InvalidDate, Reason.InvalidSex], ignoreOrder: true);
        (await _cases.SourceAsync()).ChildCount.ShouldBe(1);
    }

}
