using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>One pupil's attendance, as a caller sees it.</summary>
public sealed class PupilAttendanceTests : IAsyncLifetime
{
    private const string Upn = "A851200119001";
    private const string FormerUpn = "B851200119002";

    private readonly FixedClock _clock = new(new(2021, 12, 17, 16, 0, 0, TimeSpan.Zero));
    private TestHub _hub = null!;
    private TestCity _city = null!;
    private AttendanceService.AttendanceServiceClient _attendance = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: _clock);
        _attendance = new(_hub.Channel);
        _city = new TestCity(_hub);
        _city.AddSchool(TestCity.School);
        _city.AddSchool(TestCity.OtherSchool, "Special");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task OneSchool_AcademicYearToDate_IsCountedByMeasure()
    {
        var pupil = _city.AddPupil();
        _city.Mark(_city.Enrol(pupil), TestCity.FirstMonday, @"/ \ L U I O K D # -");
        var answer = await GetAsync(pupil);
        answer.Window.StartDate.ShouldBe(Day(2021, 8, 1));
        answer.Window.EndDate.ShouldBe(Day(2021, 12, 17));
        var measures = answer.Measures;
        (measures.PossibleSessions, measures.AttendedSessions).ShouldBe((7, 4));
        (measures.AuthorisedAbsenceSessions, measures.UnauthorisedAbsenceSessions, measures.LateSessions).ShouldBe((1, 2, 2));
        (measures.ApprovedEducationalActivitySessions, measures.NotPossibleSessions).ShouldBe((1, 2));
        measures.AttendancePercent.ShouldBe(4 / 7.0 * 100);
        (measures.PersistentlyAbsent, measures.SeverelyAbsent, measures.ChronicallyAbsent).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task TwoSchools_SharedWeek_AreMergedForTheChildAndCountedApartByEnrolment()
    {
        var pupil = _city.AddPupil();
        _city.Mark(_city.Enrol(pupil), TestCity.FirstMonday, "/ / D D O O");
        _city.Mark(_city.Enrol(pupil, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary), TestCity.FirstMonday, "D D / / / I");
        var answer = await GetAsync(pupil);
        (answer.Measures.PossibleSessions, answer.Measures.AttendedSessions).ShouldBe((6, 5));
        answer.ConflictingSessionCount.ShouldBe(2);
        answer.Enrolments.Select(x => (x.SchoolLaestab, x.Measures.PossibleSessions, x.Measures.AttendedSessions))
            .ShouldBe([("8512001", 4, 2), ("8514001", 4, 3)]);
        answer.Enrolments[0].SchoolName.ShouldBe("School 8512001");
    }

    [Fact]
    public async Task Enrolments_EntryAndLeaving_ClipWhatCounts()
    {
        var pupil = _city.AddPupil();
        _city.Mark(_city.Enrol(pupil, leaving: TestCity.FirstMonday), TestCity.FirstMonday, "/ / O O");
        _city.Mark(_city.Enrol(pupil, TestCity.OtherSchool, entry: TestCity.FirstMonday.AddDays(2)), TestCity.FirstMonday, "O O O O / /");
        var answer = await GetAsync(pupil);
        (answer.Measures.PossibleSessions, answer.Measures.AttendedSessions).ShouldBe((4, 4));
        answer.Enrolments.Select(x => x.LeavingDate).ShouldBe([Day(2021, 9, 6), null]);
        answer.Enrolments[1].EntryDate.ShouldBe(Day(2021, 9, 8));
    }

    [Fact]
    public async Task Guests_AndEnrolmentsSentInError_CountNowhere()
    {
        var pupil = _city.AddPupil();
        _city.Mark(_city.Enrol(pupil), TestCity.FirstMonday, "O O");
        _city.Mark(_city.Enrol(pupil, TestCity.OtherSchool, status: EnrolmentStatus.Guest), TestCity.FirstMonday, "- - / /");
        var inError = _city.Enrol(pupil, TestCity.OtherSchool, entry: TestCity.FirstMonday);
        inError.Removed = true;
        _city.Mark(inError, TestCity.FirstMonday, "- - - - / /");
        var answer = await GetAsync(pupil, sessions: true);
        (answer.Measures.PossibleSessions, answer.Measures.AttendedSessions).ShouldBe((2, 0));
        answer.Enrolments.Count.ShouldBe(1);
        answer.Sessions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Window_OverTwoAcademicYears_TakesBoth()
    {
        var pupil = _city.AddPupil();
        var enrolment = _city.Enrol(pupil);
        _city.Mark(enrolment, new(2021, 7, 12), "/ O");
        _city.Mark(enrolment, TestCity.FirstMonday, "/ /");
        var answer = await GetAsync(pupil, new AttendanceWindow { StartDate = Day(2021, 7, 1) });
        (answer.Measures.PossibleSessions, answer.Measures.AttendedSessions).ShouldBe((4, 3));
    }

    [Fact]
    public async Task Today_JustAfterMidnightInSummer_IsTheLAsDay()
    {
        _clock.Now = new(2021, 7, 31, 23, 30, 0, TimeSpan.Zero);
        var answer = await GetAsync(_city.AddPupil());
        answer.Window.StartDate.ShouldBe(Day(2021, 8, 1));
        answer.Window.EndDate.ShouldBe(Day(2021, 8, 1));
    }

    [Fact]
    public async Task NothingMarked_IsNoRate_AndInNoCohort()
    {
        var pupil = _city.AddPupil();
        _city.Enrol(pupil);
        var answer = await GetAsync(pupil);
        answer.Measures.HasAttendancePercent.ShouldBeFalse();
        (answer.Measures.PersistentlyAbsent, answer.Measures.ChronicallyAbsent).ShouldBe((false, false));
        answer.Freshness.Schools.ShouldHaveSingleItem().LastRegisterTime.ShouldBeNull();
    }

    [Fact]
    public async Task Registers_JustReceipted_AreVisibleWithTheirDetails()
    {
        await _hub.AddSchoolAsync(900001, 8512009);
        var pupilId = await _hub.AddPupilAsync(8512009, upn: null, "m1");
        var first = await SubmitAsync(new RegisterMark { MisPupilId = "m1", Code = "L", MinutesLate = 12, SourceCode = "L1" });
        var session = (await GetAsync(pupilId, sessions: true)).Sessions.ShouldHaveSingleItem();
        (session.Code, session.Category, session.MinutesLate, session.SourceCode).ShouldBe(("L", MarkCategory.Attending, 12, "L1"));
        (session.SessionDate, session.Session, session.SchoolLaestab).ShouldBe((Day(2021, 9, 13), SchoolSession.Am, "8512009"));

        var second = await SubmitAsync(new RegisterMark { MisPupilId = "m1", Code = "U" });
        var answer = await GetAsync(pupilId, sessions: true);
        session = answer.Sessions.ShouldHaveSingleItem();
        (session.Code, session.HasMinutesLate, session.SourceCode).ShouldBe(("U", false, ""));
        second.ShouldBeGreaterThan(first);
        answer.Freshness.Position.ShouldBe(second);
        answer.Freshness.AsOfTime.ToDateTimeOffset().ShouldBe(_clock.Now);
        var school = answer.Freshness.Schools.ShouldHaveSingleItem();
        (school.SchoolLaestab, school.LastSessionDate).ShouldBe(("8512009", Day(2021, 9, 13)));
        school.LastRegisterTime.ToDateTimeOffset().ShouldBe(_clock.Now);
    }

    [Fact]
    public async Task Upn_CurrentOrFormer_FindsThePupil()
    {
        var pupil = _city.AddPupil(upn: Upn);
        _city.AddUpn(pupil, FormerUpn, IdentifierScheme.FormerUpn);
        await _city.SaveAsync();
        (await _attendance.GetPupilAttendanceAsync(new() { Upn = Upn.ToLowerInvariant() })).PupilId.ShouldBe(pupil.PupilId);
        (await _attendance.GetPupilAttendanceAsync(new() { Upn = FormerUpn })).PupilId.ShouldBe(pupil.PupilId);
    }

    [Fact]
    public async Task Upn_OfOnePupilNowAndOfAnotherOnce_IsTheHoldersNow()
    {
        _city.AddUpn(_city.AddPupil(), Upn, IdentifierScheme.FormerUpn);
        var holder = _city.AddPupil(upn: Upn);
        await _city.SaveAsync();
        (await _attendance.GetPupilAttendanceAsync(new() { Upn = Upn })).PupilId.ShouldBe(holder.PupilId);
    }

    [Fact]
    public async Task Upn_ThatARollTookBack_IsNobodys()
    {
        _city.AddUpn(_city.AddPupil(), Upn, toPosition: 7);
        await _city.SaveAsync();
        await _attendance.GetPupilAttendanceAsync(new() { Upn = Upn }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.PupilUnknown);
    }

    [Fact]
    public async Task Upn_OfTwoPupils_IsNotGuessedAt()
    {
        _city.AddPupil(upn: Upn);
        _city.AddPupil(upn: Upn);
        await _city.SaveAsync();
        await _attendance.GetPupilAttendanceAsync(new() { Upn = Upn }).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.PupilAmbiguous);
    }

    [Fact]
    public async Task Pupil_UnknownRestrictedOrOfAnotherAuthority_IsNotFound()
    {
        var restricted = _city.AddPupil(restricted: true);
        var restrictedBySource = _city.AddPupil();
        _city.AddRecord(TestCity.SocialCare, restrictedBySource, restricted: true);
        await _city.SaveAsync();
        var elsewhere = new TestCity(_hub, "850");
        var stranger = elsewhere.AddPupil();
        await elsewhere.SaveAsync();
        foreach (var id in new[] { 1, restricted.PupilId, restrictedBySource.PupilId, stranger.PupilId })
            await _attendance.GetPupilAttendanceAsync(new() { PupilId = id }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.PupilUnknown);
        await _attendance.GetPupilAttendanceAsync(new() { Upn = Upn }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.PupilUnknown);
    }

    [Fact]
    public async Task Request_ThatCannotBeRead_IsRefused()
    {
        await _attendance.GetPupilAttendanceAsync(new()).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await _attendance.GetPupilAttendanceAsync(new() { Upn = "UN3" }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.MalformedUpn);
        await RefusedWindowAsync(new() { StartDate = Day(2021, 2, 29) }, Reason.InvalidDate);
        await RefusedWindowAsync(new() { EndDate = Day(9999, 12, 31) }, Reason.InvalidDate);
        await RefusedWindowAsync(new() { StartDate = Day(2021, 12, 18) }, Reason.InvalidArgument);
        await RefusedWindowAsync(new() { StartDate = Day(2005, 9, 1) }, Reason.InvalidArgument);
    }

    [Fact]
    public void Categories_OfContractAndDomain_AreNumberedAlike() =>
        Enum.GetValues<MarkCategory>().Select(x => (int)x).ShouldBe(Enum.GetValues<Domain.Attendance.AttendanceCategory>().Select(x => (int)x));

    private Task RefusedWindowAsync(AttendanceWindow window, string reason) =>
        _attendance.GetPupilAttendanceAsync(new() { PupilId = 1, Window = window }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, reason);

    private async Task<GetPupilAttendanceResponse> GetAsync(PupilRow pupil, AttendanceWindow? window = null, bool sessions = false)
    {
        await _city.SaveAsync();
        return await GetAsync(pupil.PupilId, window, sessions);
    }

    private async Task<GetPupilAttendanceResponse> GetAsync(long pupilId, AttendanceWindow? window = null, bool sessions = false) =>
        await _attendance.GetPupilAttendanceAsync(new() { PupilId = pupilId, Window = window, IncludeSessions = sessions });

    private async Task<long> SubmitAsync(RegisterMark mark)
    {
        var register = Registers.RegisterBuilder.Register(mark);
        var response = await _hub.Registers.SubmitRegisterAsync(new() { WriterId = "w", Register = register });
        return response.Receipt.Accepted.Position;
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
