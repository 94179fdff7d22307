using Grpc.Core;
using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Thresholds;

/// <summary>Where one pupil stands, asked at any time.</summary>
public sealed class PupilThresholdsTests : ThresholdFixture
{
    [Fact]
    public async Task Pupil_StandsAsARunFindsIt()
    {
        var child = City.AddChronicallyAbsent(upn: "A203102209083");
        await RunAsync();
        var answer = await Thresholds.GetPupilThresholdsAsync(new() { Upn = "A203102209083" });
        (answer.PupilId, answer.AsOfDate, answer.SchoolLaestab).ShouldBe((child.PupilId, Day(Today), "8512001"));
        var met = answer.Thresholds.Where(x => x.Status == ThresholdStatus.Met).ToDictionary(x => x.Threshold, x => x.Evidence);
        var found = (await MetAsync()).ToDictionary(x => x.Threshold, x => x.Evidence);
        met.Keys.ShouldBe(found.Keys, ignoreOrder: true);
        met.ShouldAllBe(x => x.Value.Equals(found[x.Key]));
        answer.Thresholds.Count.ShouldBe(Domain.Thresholds.ThresholdCatalogue.All.Count(x => x.OnByDefault));
        answer.Freshness.Schools.ShouldHaveSingleItem().SchoolLaestab.ShouldBe("8512001");
    }

    [Fact]
    public async Task Pupil_OnAnEarlierDate_IsJudgedByTheMarksUpToIt()
    {
        var child = City.AddChronicallyAbsent();
        await City.SaveAsync();
        (await OfAsync(child, "PENALTY_NOTICE_NATIONAL", new(2021, 9, 16))).Status.ShouldBe(ThresholdStatus.NotMet);
        var met = await OfAsync(child, "PENALTY_NOTICE_NATIONAL", new(2021, 9, 17));
        (met.Status, met.Evidence.Counted).ShouldBe((ThresholdStatus.Met, 10));
        (await OfAsync(child, "CHRONICALLY_ABSENT", new(2021, 9, 10))).Status.ShouldBe(ThresholdStatus.TooFewSessions);
        (await OfAsync(child, "CHILD_MISSING_EDUCATION")).Status.ShouldBe(ThresholdStatus.NotAvailable);
    }

    [Fact]
    public async Task SchoolWeeks_FollowTheSchoolsCalendarAndItsOtherPupils()
    {
        // Ten sessions of O in the week of 13 September. Ten school weeks later it is out of sight, and half term was none of them:
        // the authority has the terms, and the school kept the Saturday of half term.
        var child = City.AddPupil();
        var enrolment = City.Enrol(child);
        City.Mark(enrolment, new(2021, 9, 13), string.Join(' ', Enumerable.Repeat("O", 10)));
        City.Mark(enrolment, new(2021, 11, 17), "/ \\");
        await City.SaveAsync();
        await Hub.WriteAsync(context => context.Add(new TermRow
        {
            Authority = TestHub.Authority,
            AcademicYear = 2021,
            Name = "Autumn",
            StartDate = new(2021, 9, 1),
            EndDate = Today,
            HalfTermStartDate = new(2021, 10, 25),
            HalfTermEndDate = new(2021, 10, 30),
        }));
        (await OfAsync(child, "PENALTY_NOTICE_NATIONAL", new(2021, 11, 28))).Status.ShouldBe(ThresholdStatus.Met);
        (await OfAsync(child, "PENALTY_NOTICE_NATIONAL", new(2021, 11, 29))).Status.ShouldBe(ThresholdStatus.NotMet);

        City.SetMark(City.Enrol(City.AddPupil()), new(2021, 10, 30), Domain.Attendance.SchoolSession.Am, Domain.Attendance.AttendanceCode.Parse("/"));
        await City.SaveAsync();
        (await OfAsync(child, "PENALTY_NOTICE_NATIONAL", new(2021, 11, 22))).Status.ShouldBe(ThresholdStatus.NotMet, "half term was a school week after all");
    }

    [Fact]
    public async Task PupilWithoutAnEnrolment_HasNothingToJudge()
    {
        var pupil = City.AddPupil();
        City.Enrol(pupil, leaving: new(2020, 7, 31));
        await City.SaveAsync();
        var answer = await Thresholds.GetPupilThresholdsAsync(new() { PupilId = pupil.PupilId });
        (answer.SchoolLaestab, answer.Thresholds.Count).ShouldBe(("", 0));
    }

    [Fact]
    public async Task Question_WithAFault_IsRefused()
    {
        await Thresholds.GetPupilThresholdsAsync(new()).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await Thresholds.GetPupilThresholdsAsync(new() { PupilId = 4711 }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.PupilUnknown);
        await Thresholds.GetPupilThresholdsAsync(new() { PupilId = 1, AsOfDate = Day(Today.AddDays(1)) })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.DateInFuture);
        await Thresholds.GetPupilThresholdsAsync(new() { PupilId = 1, KnownAt = new() { Position = 99 } })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.MomentNotReached);
    }

    [Fact]
    public void Statuses_OfContractAndHub_AreNumberedAlike() =>
        Enum.GetValues<Domain.Thresholds.ThresholdStatus>().Select(x => $"{x}={(int)x + 1}")
            .ShouldBe(Enum.GetValues<ThresholdStatus>().Where(x => x != ThresholdStatus.Unspecified).Select(x => $"{x}={(int)x}"));
}
