using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Thresholds;
using static IntegrationHub.Domain.Tests.Thresholds.ChildStory;

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>The bands of attendance, from both sides of each edge: one session more, exactly, one session less.</summary>
public class RateTests
{
    private static readonly DateOnly AsOf = Day(2024, 7, 31);

    private static readonly ThresholdDefinition[] Rates =
    [
        ThresholdCatalogue.PersistentlyAbsent, ThresholdCatalogue.SeverelyAbsent, ThresholdCatalogue.ChronicallyAbsent,
        ThresholdCatalogue.CoventryStage1, ThresholdCatalogue.CoventryStage2, ThresholdCatalogue.CoventryStage3,
        ThresholdCatalogue.PersistentAbsenceReview, ThresholdCatalogue.SeverelyAbsentMeeting, ThresholdCatalogue.LinkCoordinatorTracker,
    ];

    [Theory]
    [InlineData(271, 30, "COVENTRY_STAGE_1")]
    [InlineData(270, 30, "PERSISTENTLY_ABSENT COVENTRY_STAGE_2 PERSISTENT_ABSENCE_REVIEW")]
    [InlineData(269, 30, "PERSISTENTLY_ABSENT COVENTRY_STAGE_2 PERSISTENT_ABSENCE_REVIEW")]
    [InlineData(81, 20, "PERSISTENTLY_ABSENT COVENTRY_STAGE_2 PERSISTENT_ABSENCE_REVIEW")]
    [InlineData(80, 20, "PERSISTENTLY_ABSENT COVENTRY_STAGE_2 PERSISTENT_ABSENCE_REVIEW")]
    [InlineData(79, 20, "PERSISTENTLY_ABSENT COVENTRY_STAGE_3 PERSISTENT_ABSENCE_REVIEW")]
    [InlineData(151, 150, "PERSISTENTLY_ABSENT COVENTRY_STAGE_3 PERSISTENT_ABSENCE_REVIEW")]
    [InlineData(150, 150, "PERSISTENTLY_ABSENT SEVERELY_ABSENT COVENTRY_STAGE_3 PERSISTENT_ABSENCE_REVIEW SEVERELY_ABSENT_MEETING LINK_COORDINATOR_TRACKER")]
    [InlineData(149, 150,
        "PERSISTENTLY_ABSENT SEVERELY_ABSENT CHRONICALLY_ABSENT COVENTRY_STAGE_3 PERSISTENT_ABSENCE_REVIEW SEVERELY_ABSENT_MEETING LINK_COORDINATOR_TRACKER")]
    public void Attendance_AtAnEdge_IsInTheBandsThatItSays(int attended, int absent, string met)
    {
        ThresholdResult[] results = Of(attended, absent).JudgeAll(AsOf);
        Names(results, ThresholdStatus.Met).ShouldBe(met.Split(' '));
        results.Where(x => Rates.Contains(x.Threshold)).ShouldAllBe(x =>
            x.AttendedSessions == attended && x.PossibleSessions == attended + absent && x.Counted == absent);
    }

    [Fact]
    public void NothingPossible_IsInNoBand_WhateverIsAskedFor()
    {
        ChildStory child = new() { Settings = new ThresholdSettings { LeastPossibleSessions = 0 } };
        child.Days(Day(2023, 9, 4), Day(2023, 10, 1), "D", "X");
        Names(child.JudgeAll(AsOf), ThresholdStatus.TooFewSessions).Length.ShouldBe(Rates.Length);
    }

    [Fact]
    public void FewerThanTheLeastPossibleSessions_IsTooFew_AndTheLeastIsEnough()
    {
        Names(Of(0, 19).JudgeAll(AsOf), ThresholdStatus.TooFewSessions).Length.ShouldBe(Rates.Length);
        Of(0, 20).Judge(ThresholdCatalogue.CoventryStage3, AsOf).Status.ShouldBe(ThresholdStatus.Met);
    }

    [Fact]
    public void LeastPossibleSessions_Set_MovesTheEdge()
    {
        ChildStory child = new() { Settings = new ThresholdSettings { LeastPossibleSessions = 19 } };
        child.DaysFrom(Day(2023, 9, 4), 9, "I", "I").On(Day(2023, 9, 15), "I", "-");
        child.Judge(ThresholdCatalogue.SeverelyAbsent, AsOf).Status.ShouldBe(ThresholdStatus.Met);
    }

    [Fact]
    public void Proof_IsTheSessionsMissed_OfThisYearOnly()
    {
        ChildStory child = Of(18, 0);
        child.On(Day(2023, 7, 3), "O", "O").On(Day(2024, 2, 29), "L", "U").On(Day(2024, 3, 1), "I", "C2");
        ThresholdResult result = child.Judge(ThresholdCatalogue.PersistentlyAbsent, AsOf);
        result.ProvingSessions.ToArray().ShouldBe(
            [
                SessionNumber.Of(Day(2024, 2, 29), SchoolSession.Pm), SessionNumber.Of(Day(2024, 3, 1), SchoolSession.Am),
                SessionNumber.Of(Day(2024, 3, 1), SchoolSession.Pm),
            ]);
        (result.WindowStart, result.UnauthorisedSessions).ShouldBe((Day(2023, 8, 1), 1));
    }

    [Fact]
    public void SpellThatEndedAndCameBack_IsFirstMetInTheFirst_AndMetSinceTheSecond()
    {
        // Ten days: two missed are exactly 80 %. Attended until above 90 %, then away again.
        ChildStory child = new();
        child.DaysFrom(Day(2023, 9, 4), 8, "/", "\\").DaysFrom(Day(2023, 9, 14), 2, "I", "I").Days(Day(2023, 9, 18), Day(2023, 10, 6), "/", "\\")
            .Days(Day(2023, 10, 9), Day(2023, 10, 13), "I", "I");

        ThresholdResult first = child.Judge(ThresholdCatalogue.PersistentAbsenceReview, Day(2023, 9, 15));
        (first.FirstMetDate, first.MetSinceDate).ShouldBe((Day(2023, 9, 15), Day(2023, 9, 15)));
        ThresholdResult between = child.Judge(ThresholdCatalogue.PersistentAbsenceReview, Day(2023, 10, 6));
        (between.Status, between.FirstMetDate, between.MetSinceDate).ShouldBe((ThresholdStatus.NotMet, Day(2023, 9, 15), null));
        ThresholdResult again = child.Judge(ThresholdCatalogue.PersistentAbsenceReview, Day(2023, 10, 22));
        (again.Status, again.FirstMetDate, again.MetSinceDate).ShouldBe((ThresholdStatus.Met, Day(2023, 9, 15), Day(2023, 10, 9)));
    }

    [Fact]
    public void FirstOfAugust_BeginsAnew()
    {
        ChildStory child = new();
        child.Days(Day(2022, 9, 5), Day(2023, 7, 21), "I", "I");
        child.Judge(ThresholdCatalogue.SeverelyAbsent, Day(2023, 7, 31)).Status.ShouldBe(ThresholdStatus.Met);
        child.Judge(ThresholdCatalogue.SeverelyAbsent, Day(2023, 8, 1)).Status.ShouldBe(ThresholdStatus.TooFewSessions);
    }

    [Fact]
    public void ChildNotOfCompulsoryAge_IsSaidToBeOutside_UnlessTheSettingsSayOtherwise()
    {
        ChildStory young = new() { DateOfBirth = Day(2020, 9, 1) };
        young.DaysFrom(Day(2023, 9, 4), 10, "I", "I");
        young.JudgeAll(AsOf).ShouldAllBe(x => x.Status == ThresholdStatus.OutsideCompulsoryAge);
        ChildStory judged = new() { DateOfBirth = Day(2020, 9, 1), Settings = new ThresholdSettings { CompulsorySchoolAgeOnly = false } };
        judged.DaysFrom(Day(2023, 9, 4), 10, "I", "I");
        judged.Judge(ThresholdCatalogue.SeverelyAbsent, AsOf).Status.ShouldBe(ThresholdStatus.Met);
    }

    private static string[] Names(ThresholdResult[] results, ThresholdStatus status) =>
        [.. results.Where(x => Rates.Contains(x.Threshold) && x.Status == status).Select(x => x.Threshold.Name)];

    // Absences last, on any days: the bands of a year ask for no calendar.
    private static ChildStory Of(int attended, int absent)
    {
        ChildStory child = new();
        for (int session = 0; session < attended + absent; session += 2)
            child.On(Day(2023, 8, 1).AddDays(session / 2), CodeOf(session, attended, attended + absent), CodeOf(session + 1, attended, attended + absent));
        return child;
    }

    private static string CodeOf(int session, int attended, int possible) => session < attended ? "/" : session < possible ? "I" : "-";
}
