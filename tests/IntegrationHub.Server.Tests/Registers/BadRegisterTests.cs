using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Tests.Feeds;
using IntegrationHub.Server.Tests.Roll;
using IntegrationHub.Storage.Model;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>Bad input costs what is bad, says why, and disturbs nothing else.</summary>
public sealed class BadRegisterTests : IAsyncLifetime
{
    private RegisterDesk _desk = null!;
    private FeedVendor _vendor = null!;
    private long _first;
    private long _second;

    public static TheoryData<string> Cases => [.. BadRegisters.Table.Keys];

    public async Task InitializeAsync()
    {
        _desk = await RegisterDesk.OpenAsync(
            new(Monday, new(12, 0), TimeSpan.Zero), options => options.Registers.MaxMarks = BadRegisters.MostMarks);
        _vendor = new(_desk.Hub, FeedKind.Registers);
        await _desk.Hub.AddSchoolAsync(BadRegisters.ClosedUrn, 8512003, closeDate: Monday.AddDays(-1));
        await _desk.Hub.WriteAsync(context => context.Add(new TermRow
        {
            Authority = TestHub.Authority,
            AcademicYear = 2021,
            Name = "Autumn",
            StartDate = new(2021, 9, 1),
            EndDate = new(2021, 12, 17),
        }));
        _first = await _desk.EnrolAsync("first", BadRegisters.FirstUpn);
        _second = await _desk.EnrolAsync("second", BadRegisters.SecondUpn);
        await _desk.EnrolAsync("left", leaving: Monday.AddDays(-1));
        await _desk.EnrolAsync("next", entry: Monday.AddDays(1));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task BadInput_HasItsReasonAndDisturbsNothingElse(string name)
    {
        var bad = BadRegisters.Table[name];
        var register = Register(Mark("first", "O"), Mark("second", "O"));
        bad.Spoil(register);
        using var other = await _vendor.OpenAsync("another-writer");

        var receipts = await _vendor.SendAsync("writer", Earlier("/"), register, Earlier("L"));

        receipts.Select(x => x.Sequence).ShouldBe([1, 2, 3]);
        receipts[0].Accepted.Notices.ShouldBeEmpty();
        receipts[2].Accepted.Notices.ShouldBeEmpty();
        await other.SendAsync(1, Earlier("L"));
        (await other.CompleteAsync()).Single().Accepted.Notices.ShouldBeEmpty();
        if (bad.Outcome is { } outcome)
            await ShouldBeRemarkedOnAsync(receipts[1], bad, outcome);
        else
            ShouldBeRefused(receipts[1], bad);
        await _desk.FoldAsync();
        (await TodayAsync(_first)).ShouldBe(bad.FirstCode);
    }

    [Fact]
    public async Task MarkOfAPupilWhoHasLeft_CountsWhenTheRollSaysThatTheyStayed()
    {
        var receipt = await _desk.SendAsync(Register(Mark("left", "O")));
        receipt.Accepted.Notices.ShouldHaveSingleItem().Outcome.ShouldBe(NoticeOutcome.Pending);
        var rolls = new Contracts.Roll.V1.RollService.RollServiceClient(_desk.Hub.Channel);
        var stays = RollBuilder.Record("left", RollBuilder.Upn(3));
        await rolls.SubmitRollChangeAsync(new() { WriterId = "mis", Roll = RollBuilder.Delta(RollBuilder.NorthUrn, stays) });
        var pupil = (await rolls.GetPupilAsync(new() { Upn = RollBuilder.Upn(3) })).Pupil;
        (await TodayAsync(pupil.PupilId)).ShouldBe("O");
    }

    private static RegisterSubmission Earlier(string code) => Register(Monday.AddDays(-3), SchoolSession.Am, Mark("first", code));

    private static void ShouldBeRefused(FeedReceipt receipt, BadRegisterCase bad)
    {
        (receipt.Refused.Reason, receipt.Refused.Field).ShouldBe((bad.Reason, bad.Field));
        receipt.Refused.Detail.ShouldNotBeEmpty();
    }

    private async Task ShouldBeRemarkedOnAsync(FeedReceipt receipt, BadRegisterCase bad, NoticeOutcome outcome)
    {
        receipt.Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { ItemIndex = bad.Item, Outcome = outcome, Reason = bad.Reason });
        (await TodayAsync(_second)).ShouldBe("O", "the other mark of the register counts");
        (await TodayAsync(_first)).ShouldBe(bad.FirstCode);
    }

    private async Task<string?> TodayAsync(long pupilId) => (await _desk.CodesAsync(pupilId, Monday, Monday)).SingleOrDefault();
}
