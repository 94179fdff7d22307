using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>A caseload, as the system of the person who holds it sees it.</summary>
public sealed class CaseloadTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2021, 9, 8);

    private readonly FixedClock _clock = new(new(2021, 9, 8, 16, 0, 0, TimeSpan.Zero));
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
        _city.AddSource(TestCity.SocialCare);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Child_JoinedToAPupil_IsListedWithTodaysMarks()
    {
        var record = AddChild("w1", out var pupil);
        var enrolment = _city.Enrol(pupil);
        _city.Mark(enrolment, TestCity.FirstMonday, "/ O I I / -");
        _city.Enrol(pupil, TestCity.OtherSchool, leaving: Today.AddDays(-1));
        var child = (await ListAsync("w1")).Children.ShouldHaveSingleItem();
        (child.SourceChildId, child.PupilId).ShouldBe((record.SourcePersonId, pupil.PupilId));
        (child.LatestAm, child.LatestPm).ShouldBe((MarkCategory.Attending, MarkCategory.Unspecified));
        (child.Measures.PossibleSessions, child.Measures.AttendedSessions).ShouldBe((5, 2));
        child.LastMarkedDate.Day.ShouldBe(8);
        child.SchoolLaestabs.ShouldBe(["8512001"]);
    }

    [Fact]
    public async Task Child_AtTwoSchools_HasTheMarkThatCounts()
    {
        AddChild("w1", out var pupil);
        _city.Mark(_city.Enrol(pupil), TestCity.FirstMonday, "- - - - D O");
        _city.Mark(_city.Enrol(pupil, TestCity.OtherSchool, status: EnrolmentStatus.Subsidiary), TestCity.FirstMonday, "- - - - I D");
        var child = (await ListAsync("w1")).Children.ShouldHaveSingleItem();
        (child.LatestAm, child.LatestPm).ShouldBe((MarkCategory.AuthorisedAbsence, MarkCategory.UnauthorisedAbsence));
    }

    [Fact]
    public async Task Record_JoinedToNobody_IsListedWithoutAttendance()
    {
        var record = _city.AddRecord(TestCity.SocialCare, null);
        _city.AddLead(record, "w1", start: Today);
        await _city.SaveAsync();
        var child = (await ListAsync("w1")).Children.ShouldHaveSingleItem();
        (child.SourceChildId, child.PupilId, child.Measures).ShouldBe((record.SourcePersonId, 0, null));
    }

    [Fact]
    public async Task Caseload_FollowsWhoHoldsTheChildToday()
    {
        var record = AddChild("w1", out _, start: Today.AddDays(-30), end: Today);
        _city.AddLead(record, "w2", start: Today);
        AddChild("w3", out _, start: Today.AddDays(1));
        var purged = AddChild("w4", out _);
        _city.AddLead(purged, "w5", start: Today.AddDays(-1)).ClosedPosition = 3;
        (await ListAsync("w1")).Children.ShouldBeEmpty();
        (await ListAsync("w2")).Children.ShouldHaveSingleItem().SourceChildId.ShouldBe(record.SourcePersonId);
        (await ListAsync("w3")).Children.ShouldBeEmpty();
        (await ListAsync("w5")).Children.ShouldBeEmpty();
        _clock.Now = _clock.Now.AddDays(1);
        (await ListAsync("w3")).Children.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Team_HoldsWhatItsWorkersHold_LeadOrNot()
    {
        var led = AddChild("w1", out _, team: "t1");
        var helped = _city.AddRecord(TestCity.SocialCare, _city.AddPupil());
        _city.AddLead(helped, null, team: "t1", start: Today, lead: false);
        await _city.SaveAsync();
        var response = await _attendance.ListCaseloadAttendanceAsync(new() { SourceId = TestCity.SocialCare, TeamId = "t1" });
        response.Children.Select(x => x.SourceChildId).ShouldBe([led.SourcePersonId, helped.SourcePersonId]);
    }

    [Fact]
    public async Task RestrictedChild_IsOnTheCaseloadOfItsHolder()
    {
        var pupil = _city.AddPupil(restricted: true);
        _city.AddLead(_city.AddRecord(TestCity.SocialCare, pupil, restricted: true), "w1", start: Today);
        (await ListAsync("w1")).Children.ShouldHaveSingleItem().PupilId.ShouldBe(pupil.PupilId);
    }

    [Fact]
    public async Task Pages_FollowOneAnotherByChild()
    {
        var all = Enumerable.Range(0, 7).Select(_ => AddChild("w1", out var _).SourcePersonId).Order(StringComparer.Ordinal).ToList();
        await _city.SaveAsync();
        var listed = new List<string>();
        var token = "";
        do
        {
            var page = await ListAsync("w1", 3, token);
            page.Children.Count.ShouldBeLessThanOrEqualTo(3);
            listed.AddRange(page.Children.Select(x => x.SourceChildId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        listed.ShouldBe(all);
    }

    [Fact]
    public async Task PageToken_OfAnotherRequest_IsRefused()
    {
        AddChild("w1", out _);
        AddChild("w1", out _);
        var token = (await ListAsync("w1", 1)).NextPageToken;
        (await ListAsync("w1", 2, token)).Children.Count.ShouldBe(1);
        foreach (var wrong in new[] { token, token[4..], "AAAA", "no token" })
        {
            await _attendance.ListCaseloadAttendanceAsync(new() { SourceId = TestCity.SocialCare, WorkerId = "w2", PageToken = wrong })
                .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidPageToken);
        }
    }

    [Fact]
    public async Task Request_WithoutARealHolderOrSource_IsRefused()
    {
        await _city.SaveAsync();
        await RefusedAsync(new() { SourceId = TestCity.SocialCare }, StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(new() { SourceId = TestCity.SocialCare, WorkerId = "ssd_ph" }, StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(new() { SourceId = "nobody", WorkerId = "w1" }, StatusCode.NotFound, Reason.UnknownSource);
        await RefusedAsync(
            new() { SourceId = TestCity.SocialCare, WorkerId = "w1", PageSize = -1 }, StatusCode.InvalidArgument, Reason.InvalidArgument);
    }

    private Task RefusedAsync(ListCaseloadAttendanceRequest request, StatusCode code, string reason) =>
        _attendance.ListCaseloadAttendanceAsync(request).ShouldBeRefusedAsync(code, reason);

    private SourcePersonRow AddChild(string worker, out PupilRow pupil, string? team = null, DateOnly? start = null, DateOnly? end = null)
    {
        pupil = _city.AddPupil();
        var record = _city.AddRecord(TestCity.SocialCare, pupil);
        _city.AddLead(record, worker, team: team, start: start ?? Today.AddDays(-1), end: end);
        return record;
    }

    private async Task<ListCaseloadAttendanceResponse> ListAsync(string worker, int size = 0, string token = "")
    {
        await _city.SaveAsync();
        return await _attendance.ListCaseloadAttendanceAsync(
            new() { SourceId = TestCity.SocialCare, WorkerId = worker, PageSize = size, PageToken = token });
    }
}
