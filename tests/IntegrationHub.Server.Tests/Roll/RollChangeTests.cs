using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>Changes of one school's roll, and what they do to its marks.</summary>
public sealed class RollChangeTests : IAsyncLifetime
{
    private RollFixture _rolls = null!;

    public async Task InitializeAsync() => _rolls = await RollFixture.StartAsync();

    public async Task DisposeAsync() => await _rolls.DisposeAsync();

    [Fact]
    public async Task UnknownSchool_IsRefused() =>
        (await _rolls.ChangeAsync(999999, Record("p1"))).Refused.Reason.ShouldBe(Reason.UnknownSchool);

    [Fact]
    public async Task FaultyRecord_IsSetAsideAndTheOthersCount()
    {
        var receipt = await _rolls.ChangeAsync(NorthUrn,
            Record("p1"), Record(""), Record("p3", leaving: Entry.AddDays(-1)), Record("p4", born: new(2099, 1, 1)),
            Record("p5", born: Entry.AddYears(-31)));
        receipt.Accepted.Notices.Select(x => (x.ItemIndex, x.Outcome, x.Reason)).ShouldBe([
            (1, NoticeOutcome.Quarantined, Reason.RecordIncomplete),
            (2, NoticeOutcome.Quarantined, Reason.DatesOutOfOrder),
            (3, NoticeOutcome.Quarantined, Reason.InvalidDateOfBirth),
            (4, NoticeOutcome.Quarantined, Reason.InvalidDateOfBirth)]);
        (await _rolls.EnrolmentsAsync()).Select(x => x.MisPupilId).ShouldBe(["p1"]);
    }

    [Fact]
    public async Task Snapshot_WithoutAStream_IsRefused()
    {
        var response = await _rolls.Service.SubmitRollChangeAsync(new() { WriterId = "mis", Roll = Begin(NorthUrn, Guid.NewGuid()) });
        response.Receipt.Refused.Reason.ShouldBe(Reason.DeltaExpected);
    }

    [Fact]
    public async Task EntryDateCorrected_IsTheSameEnrolment()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("p1"));
        var before = (await _rolls.EnrolmentsAsync()).Single().EnrolmentId;
        await _rolls.ChangeAsync(NorthUrn, Record("p1", entry: Entry.AddDays(3)));
        var after = (await _rolls.EnrolmentsAsync()).ShouldHaveSingleItem();
        (after.EnrolmentId, after.EntryDate).ShouldBe((before, Entry.AddDays(3)));
    }

    [Fact]
    public async Task PupilWhoCameBack_HasTwoEnrolments()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("p1", leaving: Snapshot));
        await _rolls.ChangeAsync(NorthUrn, Record("p1", entry: Snapshot.AddDays(60)));
        (await _rolls.EnrolmentsAsync()).Select(x => x.LeavingDate).ShouldBe([Snapshot, null]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BothStaysOfAPupilWhoCameBack_InEitherOrder_KeepTheFirstOnesMarks(bool newestFirst)
    {
        await _rolls.ChangeAsync(NorthUrn, Record("p1"));
        var before = (await _rolls.EnrolmentsAsync()).Single().EnrolmentId;
        RollRecord[] stays = [Record("p1", leaving: Snapshot), Record("p1", entry: Snapshot.AddDays(60))];
        await _rolls.ChangeAsync(NorthUrn, newestFirst ? [stays[1], stays[0]] : stays);
        var after = await _rolls.EnrolmentsAsync();
        after.Select(x => x.LeavingDate).ShouldBe([Snapshot, null]);
        after[0].EnrolmentId.ShouldBe(before);
    }

    [Fact]
    public async Task RecordTakenBack_CountsNowhere_AndComesBackWhenSentAgain()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("p1", Upn(1)));
        var pupilId = (await _rolls.EnrolmentsAsync()).Single().PupilId;
        await _rolls.ChangeAsync(NorthUrn, new RollRecord { MisPupilId = "p1", EntryDate = Date(Entry), Removed = true });
        (await _rolls.EnrolmentsAsync()).ShouldBeEmpty();
        (await Should.ThrowAsync<Grpc.Core.RpcException>(() => _rolls.PupilAsync(Upn(1)))).ReasonOf().ShouldBe(Reason.PupilUnknown);

        await _rolls.ChangeAsync(NorthUrn, Record("p1", Upn(1)));
        (await _rolls.EnrolmentsAsync()).ShouldHaveSingleItem().PupilId.ShouldBe(pupilId);
    }

    [Fact]
    public async Task TakingBackWhatIsNotThere_IsRemarkedOn()
    {
        var receipt = await _rolls.ChangeAsync(NorthUrn, new RollRecord { MisPupilId = "p1", EntryDate = Date(Entry), Removed = true });
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.RecordUnknown);
    }

    [Fact]
    public async Task PendingMark_CountsWhenTheRollArrives()
    {
        var mark = new RegisterMarkSender(_rolls.Hub);
        var receipt = await mark.SendAsync("p1", "/");
        receipt.Accepted.Notices.ShouldHaveSingleItem().Outcome.ShouldBe(NoticeOutcome.Pending);
        await _rolls.Hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);
        (await mark.CountPendingAsync()).ShouldBe(1);

        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("p1"));
        await _rolls.Hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);
        (await mark.CountPendingAsync()).ShouldBe(0);
        await using var context = _rolls.Hub.Database.CreateReadContext();
        (await context.Strips.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task PendingMark_CountsWhenTheHeldRollIsApproved()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(-7), Records(30));
        var mark = new RegisterMarkSender(_rolls.Hub);
        await mark.SendAsync("new", "/");
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("new"));
        await _rolls.Hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);
        (await mark.CountPendingAsync()).ShouldBe(1);

        var operations = new Contracts.Operations.V1.OperationsService.OperationsServiceClient(_rolls.Hub.Channel);
        var held = (await operations.ListHeldSnapshotsAsync(new())).Snapshots.Single();
        await operations.ApproveSnapshotAsync(new() { RequestId = Guid.NewGuid().ToString(), SnapshotId = held.SnapshotId });
        await _rolls.Hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);
        (await mark.CountPendingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task OddValues_AreWarnedOfAndTheRecordCounts()
    {
        var record = Record("p1");
        (record.Sex, record.YearGroup, record.HomeAuthority) = ("X", 99, "Hampshire");
        var receipt = await _rolls.ChangeAsync(NorthUrn, record);
        receipt.Accepted.Notices.Select(x => x.Reason).ShouldBe([Reason.InvalidSex, Reason.InvalidYearGroup, Reason.InvalidAuthority]);
        var stay = (await _rolls.EnrolmentsAsync()).ShouldHaveSingleItem();
        (stay.YearGroup, stay.Status).ShouldBe((null, Storage.Model.EnrolmentStatus.Main));
    }

    /// <summary>Sends marks of one session, as the school's registers do.</summary>
    private sealed class RegisterMarkSender(TestHub hub)
    {
        public async Task<FeedReceipt> SendAsync(string misPupilId, string code) => (await hub.Registers.SubmitRegisterAsync(new()
        {
            WriterId = "registers",
            Register = RegisterBuilder.Register(RegisterBuilder.Mark(misPupilId, code)),
        })).Receipt;

        public async Task<int> CountPendingAsync()
        {
            await using var context = hub.Database.CreateReadContext();
            return await context.HeldMarks.CountAsync(x => x.State == HeldMarkState.Pending);
        }
    }
}
