using Grpc.Core;
using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Tests.Thresholds;

/// <summary>Which children meet which thresholds, night after night.</summary>
public sealed class ThresholdSpellTests : ThresholdFixture
{
    [Fact]
    public async Task Run_ListsWhoMeetsAThreshold_WithWhenAndWhatProvesIt()
    {
        // Ten sessions attended in the first week, then five weeks of O.
        var child = City.AddChronicallyAbsent();
        await RunAsync();

        var spells = await MetAsync();
        spells.ShouldAllBe(x => x.PupilId == child.PupilId && x.SchoolLaestab == "8512001" && x.SchoolName == "School 8512001");
        spells.Select(x => x.Threshold).Order().ShouldBe(
            [
                "CHRONICALLY_ABSENT", "CONTACT_DAY_1", "CONTACT_DAY_3", "CONTACT_DAY_6", "CONTACT_WEEK_12", "CONTACT_WEEK_3", "CONTACT_WEEK_6", "COVENTRY_STAGE_3",
                "LA_RETURN_UNAUTHORISED", "LINK_COORDINATOR_TRACKER", "PENALTY_NOTICE_NATIONAL", "PERSISTENTLY_ABSENT", "PERSISTENT_ABSENCE_REVIEW",
                "SCHOOL_ATTENDANCE_PANEL", "SEVERELY_ABSENT", "SEVERELY_ABSENT_MEETING",
            ]);
        var notice = spells.Single(x => x.Threshold == "PENALTY_NOTICE_NATIONAL");
        (notice.OpenDate, notice.LastMetDate, notice.CloseDate).ShouldBe((Day(Today), Day(Today), null));
        (notice.Evidence.FirstMetDate, notice.Evidence.MetSinceDate).ShouldBe((Day(new(2021, 9, 17)), Day(new(2021, 9, 17))));
        (notice.Evidence.Counted, notice.Evidence.UnauthorisedSessions, notice.Evidence.ProvingDays.Count).ShouldBe((50, 50, 25));
        notice.Evidence.ProvingDays[0].ShouldBe(new ProvingDay { Date = Day(new(2021, 9, 13)), Morning = true, Afternoon = true });
        var chronic = spells.Single(x => x.Threshold == "CHRONICALLY_ABSENT").Evidence;
        (chronic.AttendedSessions, chronic.PossibleSessions, chronic.WindowStartDate).ShouldBe((10, 60, Day(new(2021, 8, 1))));
    }

    [Fact]
    public async Task Run_CountsEveryChildOnARoll_AndRecordsBySettings()
    {
        City.AddChronicallyAbsent();
        City.Attend(City.Enrol(City.AddPupil()), present: 60, absent: 0);
        City.Attend(City.Enrol(City.AddPupil()), present: 4, absent: 0);
        City.Attend(City.Enrol(City.AddPupil(born: new(2019, 5, 6))), present: 60, absent: 0);
        City.Attend(City.Enrol(City.AddPupil(), leaving: Today.AddDays(-1)), present: 0, absent: 60);
        (await Thresholds.ListThresholdsAsync(new())).AsOfDate.ShouldBeNull();
        var run = await RunAsync();

        var listed = await Thresholds.ListThresholdsAsync(new());
        (listed.RunId, listed.AsOfDate).ShouldBe((run.RunId, Day(Today)));
        (await CountsAsync("PERSISTENTLY_ABSENT")).ShouldBe(new ThresholdCounts { Met = 1, NotMet = 1, TooFewSessions = 1, OutsideCompulsoryAge = 1 });
        (await CountsAsync("COVENTRY_STAGE_1")).Met.ShouldBe(1);
        (await CountsAsync("SCHOOL_ATTENDANCE_PANEL")).ShouldBe(new ThresholdCounts { Met = 1, NotMet = 2, OutsideCompulsoryAge = 1 });
        (await CountsAsync("CHILD_MISSING_EDUCATION")).ShouldBe(new ThresholdCounts { NotAvailable = 3, OutsideCompulsoryAge = 1 });
        (await CountsAsync("PENALTY_NOTICE_PORTSMOUTH_2023")).ShouldBeNull("it is off");
        await using var context = Hub.Database.CreateReadContext();
        (await context.ReconciliationRuns.SingleAsync()).ThresholdSettings!.ShouldContain("\"PenaltyNoticeWeeks\":10");
    }

    [Fact]
    public async Task Spell_StaysTheSame_ThenClosesWithItsCause_AndAnotherOpens()
    {
        var enrolment = City.Enrol(City.AddPupil());
        City.Mark(enrolment, new(2021, 12, 16), "/ \\ N N");
        await RunAsync();
        var first = (await MetAsync("CONTACT_DAY_1")).ShouldHaveSingleItem();

        await MarkAsync(enrolment, Pass(3), "N", "N");
        await RunAsync();
        var kept = (await MetAsync("CONTACT_DAY_1")).ShouldHaveSingleItem();
        (kept.SpellId, kept.OpenDate, kept.LastMetDate, kept.Evidence.Counted).ShouldBe((first.SpellId, Day(Today), Day(Today.AddDays(3)), 2));
        kept.Evidence.MetSinceDate.ShouldBe(Day(Today));

        await MarkAsync(enrolment, Pass(1), "/", "\\");
        await RunAsync();
        (await MetAsync("CONTACT_DAY_1")).ShouldBeEmpty();
        var closed = (await MetAsync("CONTACT_DAY_1", ended: true)).ShouldHaveSingleItem();
        (closed.SpellId, closed.LastMetDate, closed.CloseDate).ShouldBe((first.SpellId, Day(Today.AddDays(3)), Day(Today.AddDays(4))));

        await MarkAsync(enrolment, Pass(1), "/", "N");
        await RunAsync();
        var again = (await MetAsync("CONTACT_DAY_1")).ShouldHaveSingleItem();
        again.SpellId.ShouldBeGreaterThan(first.SpellId);
        (await MetAsync("CONTACT_DAY_1", ended: true)).Select(x => x.SpellId).ShouldBe([again.SpellId, first.SpellId]);
    }

    [Fact]
    public async Task Run_MadeAgain_ChangesNothing_AndOneForAnOlderDateTouchesNoSpell()
    {
        City.AddChronicallyAbsent();
        await RunAsync();
        var before = await MetAsync(ended: true);
        await RunAsync();
        (await MetAsync(ended: true)).ShouldBe(before);

        await RunAsync(TestCity.FirstMonday);
        (await MetAsync(ended: true)).ShouldBe(before);
        (await Thresholds.ListThresholdsAsync(new())).AsOfDate.ShouldBe(Day(Today));
        await using var context = Hub.Database.CreateReadContext();
        (await context.RunThresholds.Where(x => x.Threshold == "CHRONICALLY_ABSENT").OrderBy(x => x.RunId).Select(x => new { x.Met, x.TooFewSessions }).ToListAsync())
            .ShouldBe([new { Met = 1, TooFewSessions = 0 }, new { Met = 1, TooFewSessions = 0 }, new { Met = 0, TooFewSessions = 1 }]);
    }

    [Fact]
    public async Task ChildWhoLeftTheRoll_MeetsNothingMore()
    {
        var pupil = City.AddPupil();
        var enrolment = City.Enrol(pupil);
        City.Attend(enrolment, present: 10, absent: 50);
        await RunAsync();
        await Hub.WriteAsync(context => context.Enrolments.Single(x => x.EnrolmentId == enrolment.EnrolmentId).LeavingDate = Today);
        Pass(1);
        await RunAsync();
        (await MetAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task MarksOfTheYearBefore_AreLookedAt_AndOtherSchoolsToo()
    {
        var pupil = City.AddPupil();
        var old = City.Enrol(pupil, TestCity.OtherSchool, leaving: new(2021, 7, 31));
        var now = City.Enrol(pupil, entry: new(2021, 9, 1));
        City.Mark(old, new(2021, 7, 12), string.Join(' ', Enumerable.Repeat("O", 16)));
        City.Mark(now, new(2021, 9, 2), "G G U O");
        await RunAsync();
        var run = (await MetAsync("LA_RETURN_UNAUTHORISED")).ShouldHaveSingleItem();
        (run.SchoolLaestab, run.Evidence.Counted, run.Evidence.WindowStartDate).ShouldBe(("8512001", 10, Day(new(2021, 7, 12))));
        run.Evidence.FirstMetDate.ShouldBe(Day(new(2021, 9, 3)));
    }

    [Fact]
    public async Task RestrictedChild_IsCountedAndListedNowhere_FromTheMomentItIsKnown()
    {
        AddFreshSource();
        var child = City.AddChronicallyAbsent();
        await RunAsync();
        (await MetAsync()).ShouldNotBeEmpty();
        City.AddRecord(TestCity.SocialCare, child, restricted: true);
        await City.SaveAsync();
        (await MetAsync()).ShouldBeEmpty();
        await Thresholds.GetPupilThresholdsAsync(new() { PupilId = child.PupilId }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.PupilUnknown);
        await RunAsync();
        (await CountsAsync("CHRONICALLY_ABSENT")).Met.ShouldBe(1);
        (await MetAsync(ended: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_AreNewestFirst_AndOfTheirOwnList()
    {
        for (var i = 0; i < 5; i++)
            City.AddChronicallyAbsent();
        City.Attend(City.Enrol(City.AddPupil(), TestCity.OtherSchool), present: 0, absent: 60);
        await RunAsync();
        var request = new ListThresholdsMetRequest { Thresholds = { "SEVERELY_ABSENT" }, SchoolLaestab = "8512001", PageSize = 2 };
        var listed = new List<long>();
        do
        {
            var page = await Thresholds.ListThresholdsMetAsync(request);
            listed.AddRange(page.Spells.Select(x => x.SpellId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        (listed.Count, listed.Distinct().Count()).ShouldBe((5, 5));
        listed.ShouldBeInOrder(SortDirection.Descending);
        (await MetAsync("SEVERELY_ABSENT")).Count.ShouldBe(6);
        (await MetAsync("SEVERELY_ABSENT", "8514001")).ShouldHaveSingleItem();

        var token = (await Thresholds.ListThresholdsMetAsync(new() { PageSize = 2 })).NextPageToken;
        await Thresholds.ListThresholdsMetAsync(new() { SchoolLaestab = "8512001", PageToken = token })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidPageToken);
        await Thresholds.ListThresholdsMetAsync(new() { Thresholds = { "NONSENSE" } }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await Thresholds.ListThresholdsMetAsync(new() { SchoolLaestab = "12" }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidLaestab);
    }
}
