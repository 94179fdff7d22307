using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Tests.Rebuild;
using IntegrationHub.Server.Tests.Registers;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>The record as it was known at an earlier moment, and how it came to be what it is.</summary>
public sealed class KnownAtTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new(new(2021, 9, 13, 10, 0, 0, TimeSpan.Zero));
    private TestHub _hub = null!;
    private TownSender _sender = null!;
    private AttendanceService.AttendanceServiceClient _attendance = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: _clock);
        _sender = new(_hub);
        _attendance = new(_hub.Channel);
        await _sender.SchoolsAsync(new Contracts.Operations.V1.School { Urn = $"{NorthUrn}", Laestab = $"{North}", DisplayName = "North" });
        await _sender.RollChangeAsync(NorthUrn, Record("p1", Upn(1), Born, Entry));
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task NoReasonYet_ReplacedADayLater_IsStillThereAsOfThen()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "N"));
        var before = await GetAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await RegisterAsync(Amended("I", "N", "parent rang", "T. Office"));

        (await GetAsync()).Measures.AuthorisedAbsenceSessions.ShouldBe(1);
        var then = await GetAsync(new KnownAt { Position = before.Freshness.Position });
        then.Measures.UnauthorisedAbsenceSessions.ShouldBe(1);
        then.Freshness.Position.ShouldBe(before.Freshness.Position);
        (await GetAsync(new KnownAt { Time = Timestamp.FromDateTimeOffset(_clock.GetUtcNow().AddHours(-1)) })).Measures.ShouldBe(before.Measures);
        (await GetAsync(new KnownAt { Time = Timestamp.FromDateTimeOffset(_clock.GetUtcNow()) })).Measures.AuthorisedAbsenceSessions.ShouldBe(1);
    }

    [Fact]
    public async Task BeforeAnything_NothingIsKnown()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "N"));
        var then = await GetAsync(new KnownAt { Time = Timestamp.FromDateTimeOffset(_clock.GetUtcNow().AddYears(-1)) });
        (then.Freshness.Position, then.Enrolments.Count, then.Measures.PossibleSessions).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task Moment_ThatHasNotCome_IsRefused(int ahead)
    {
        var position = (await GetAsync()).Freshness.Position;
        (await Should.ThrowAsync<RpcException>(() => GetAsync(new KnownAt { Position = position + ahead }))).ReasonOf().ShouldBe(Reason.MomentNotReached);
        var time = Timestamp.FromDateTimeOffset(_clock.GetUtcNow().AddSeconds(ahead));
        (await Should.ThrowAsync<RpcException>(() => GetAsync(new KnownAt { Time = time }))).ReasonOf().ShouldBe(Reason.MomentNotReached);
    }

    [Fact]
    public async Task EntryDate_Moved_CountsAsItWasOnceAndAsItIsNow()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "O"));
        var before = (await GetAsync()).Freshness.Position;
        await _sender.RollChangeAsync(NorthUrn, Record("p1", Upn(1), Born, RegisterBuilder.Monday.AddDays(1)));
        (await GetAsync()).Measures.PossibleSessions.ShouldBe(0);
        (await GetAsync(new KnownAt { Position = before })).Measures.PossibleSessions.ShouldBe(1);
    }

    [Fact]
    public async Task Pupil_TakenOffTheRollAndPutBack_KeepsTheRecordAtEachMoment()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "O"));
        var first = (await GetAsync()).Freshness.Position;
        var removed = Record("p1", Upn(1), Born, Entry);
        removed.Removed = true;
        var second = (await _sender.RollChangeAsync(NorthUrn, removed)).Accepted.Position;
        await _sender.RollChangeAsync(NorthUrn, Record("p1", Upn(1), Born, Entry));
        (await GetAsync()).Measures.PossibleSessions.ShouldBe(1);
        (await GetAsync(new KnownAt { Position = second })).Enrolments.ShouldBeEmpty();
        (await GetAsync(new KnownAt { Position = first })).Measures.PossibleSessions.ShouldBe(1);
    }

    [Fact]
    public async Task Identifier_LentToAChildSentInError_GivesItsMarksBack()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "O"));
        await _sender.RollChangeAsync(NorthUrn, Record("p1", Upn(2), Born.AddYears(1), Entry));
        await _sender.FoldAsync();
        (await GetAsync()).Measures.PossibleSessions.ShouldBe(0);
        var inError = Record("p1", Upn(2), Born.AddYears(1), Entry);
        inError.Removed = true;
        await _sender.RollChangeAsync(NorthUrn, inError);
        (await GetAsync()).Measures.PossibleSessions.ShouldBe(1);
        await _sender.FoldAsync();
        (await GetAsync()).Measures.PossibleSessions.ShouldBe(1);
    }

    [Fact]
    public async Task History_OfAnAmendedMark_ShowsOriginalReasonTimePersonAndSource()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "N"));
        _clock.Advance(TimeSpan.FromDays(1));
        var second = await RegisterAsync(Amended("I", "N", "parent rang", "T. Office"));

        var history = await new MarkHistoryService.MarkHistoryServiceClient(_hub.Channel).ListMarkHistoryAsync(new() { Upn = Upn(1) });
        var session = history.Sessions.ShouldHaveSingleItem();
        (session.SessionDate.Day, session.Session, session.SchoolLaestab).ShouldBe((13, SchoolSession.Am, $"{North}"));
        session.Entries.Select(x => (x.Code, x.Counts)).ShouldBe([("N", false), ("I", true)]);
        var amended = session.Entries[1];
        (amended.OriginalCode, amended.Reason, amended.AmendedBy).ShouldBe(("N", "parent rang", "T. Office"));
        amended.AmendTime.ToDateTimeOffset().ShouldBe(_clock.GetUtcNow());
        (amended.System, amended.WriterId, amended.SubmissionId).ShouldBe(("local", "live", second));
        session.Entries[0].ReceivedTime.ToDateTimeOffset().ShouldBe(_clock.GetUtcNow().AddDays(-1));
    }

    [Fact]
    public async Task History_OfAMarkSentAgain_IsListedOnlyWhenAskedFor()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "/"));
        await RegisterAsync(RegisterBuilder.Mark("p1", "/"));
        var client = new MarkHistoryService.MarkHistoryServiceClient(_hub.Channel);
        (await client.ListMarkHistoryAsync(new() { Upn = Upn(1) })).Sessions.ShouldBeEmpty();
        (await client.ListMarkHistoryAsync(new() { Upn = Upn(1), IncludeUnchanged = true })).Sessions.ShouldHaveSingleItem().Entries
            .Select(x => x.Counts).ShouldBe([false, true]);
    }

    [Fact]
    public async Task History_OfAPupilByTheSchoolsOwnIdentifier_NeedsTheSchool()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "/"));
        var client = new MarkHistoryService.MarkHistoryServiceClient(_hub.Channel);
        var named = await client.ListMarkHistoryAsync(new() { MisPupilId = "p1", SchoolLaestab = $"{North}", IncludeUnchanged = true });
        named.Sessions.ShouldHaveSingleItem();
        named.Freshness.Schools.ShouldHaveSingleItem().SchoolLaestab.ShouldBe($"{North}");
        await client.ListMarkHistoryAsync(new() { MisPupilId = "p1" }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await client.ListMarkHistoryAsync(new() { MisPupilId = "p0", SchoolLaestab = $"{North}" }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.PupilUnknown);
    }

    [Fact]
    public async Task Mark_Withdrawn_IsAnEntryOfItsOwn()
    {
        await RegisterAsync(RegisterBuilder.Mark("p1", "O"));
        var withdrawal = RegisterBuilder.Mark("p1", "");
        withdrawal.Withdrawn = true;
        await RegisterAsync(withdrawal);
        (await GetAsync()).Measures.PossibleSessions.ShouldBe(0);
        var history = await new MarkHistoryService.MarkHistoryServiceClient(_hub.Channel).ListMarkHistoryAsync(new() { Upn = Upn(1) });
        history.Sessions.ShouldHaveSingleItem().Entries.Select(x => (x.Code, x.Withdrawn)).ShouldBe([("O", false), ("", true)]);
    }

    private RegisterMark Amended(string code, string original, string reason, string by)
    {
        var mark = RegisterBuilder.Mark("p1", code);
        mark.Amendment = new() { OriginalCode = original, Reason = reason, AmendedBy = by, AmendTime = Timestamp.FromDateTimeOffset(_clock.GetUtcNow()) };
        return mark;
    }

    private async Task<string> RegisterAsync(RegisterMark mark)
    {
        var register = RegisterBuilder.Register(mark);
        register.SchoolUrn = $"{NorthUrn}";
        await _sender.RegisterAsync(register);
        return register.SubmissionId;
    }

    private async Task<GetPupilAttendanceResponse> GetAsync(KnownAt? knownAt = null) =>
        await _attendance.GetPupilAttendanceAsync(new() { Upn = Upn(1), KnownAt = knownAt });
}
