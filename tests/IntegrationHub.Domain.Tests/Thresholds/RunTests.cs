using IntegrationHub.Domain.Thresholds;
using static IntegrationHub.Domain.Tests.Thresholds.ChildStory;

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>Days in a row: the attendance return, sixth-day provision, contact after one, three and six days; and weeks of part-time.</summary>
public class RunTests
{
    private static readonly DateOnly Monday = Day(2024, 1, 8);

    [Fact]
    public void AttendanceReturn_TenSchoolDays_AreMetOnTheTenth_AndWeekendsArePassedOver()
    {
        ChildStory child = new ChildStory().DaysFrom(Monday, 10, "O", "N");
        child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2024, 1, 18)).Status.ShouldBe(ThresholdStatus.NotMet);
        ThresholdResult met = child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2024, 1, 21));
        (met.Status, met.FirstMetDate, met.MetSinceDate).ShouldBe((ThresholdStatus.Met, Day(2024, 1, 19), Day(2024, 1, 19)));
        (met.Counted, met.WindowStart, met.ProvingSessions.Length).ShouldBe((10, Monday, 20));
    }

    [Theory]
    [InlineData("#", "#", false)]
    [InlineData("D", "D", false)]
    [InlineData("X", "Y1", false)]
    [InlineData("-", "-", false)]
    [InlineData("G", "D", false)]
    [InlineData("/", "O", true)]
    [InlineData("I", "O", true)]
    [InlineData("I", "I", true)]
    public void AttendanceReturn_DayInTheRun_BreaksItOnlyWhereTheChildWasSeenOrAccountedFor(string am, string pm, bool breaks)
    {
        ChildStory child = new ChildStory().DaysFrom(Monday, 11, "O", "O").On(Day(2024, 1, 10), am, pm);
        int counted = child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2024, 1, 22)).Counted;
        counted.ShouldBe(breaks ? 8 : am == "G" ? 11 : 10);
    }

    [Fact]
    public void AttendanceReturn_ChildWhoCameBack_IsMetNoLonger_ButWas()
    {
        ChildStory child = new ChildStory().DaysFrom(Monday, 10, "O", "O").On(Day(2024, 1, 22), "O", "\\");
        ThresholdResult back = child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2024, 1, 22));
        (back.Status, back.FirstMetDate, back.MetSinceDate, back.Counted).ShouldBe((ThresholdStatus.NotMet, Day(2024, 1, 19), null, 0));
    }

    [Fact]
    public void AttendanceReturn_RunOverTheSummer_GoesOnInTheNewYear()
    {
        ChildStory child = new ChildStory().Days(Day(2023, 7, 17), Day(2023, 7, 21), "O", "O").DaysFrom(Day(2023, 9, 4), 5, "O", "O");
        child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2023, 9, 7)).Counted.ShouldBe(9);
        ThresholdResult met = child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2023, 9, 8));
        (met.Status, met.WindowStart, met.FirstMetDate).ShouldBe((ThresholdStatus.Met, Day(2023, 7, 17), Day(2023, 9, 8)));
    }

    [Fact]
    public void AttendanceReturn_SpellOfLastYearThatLasts_IsFirstMetThen()
    {
        ChildStory child = new ChildStory().Days(Day(2023, 7, 3), Day(2023, 7, 21), "O", "O");
        ThresholdResult met = child.Judge(ThresholdCatalogue.LaReturnUnauthorised, Day(2023, 9, 4));
        (met.Status, met.FirstMetDate, met.MetSinceDate).ShouldBe((ThresholdStatus.Met, Day(2023, 7, 14), Day(2023, 7, 14)));
    }

    [Fact]
    public void SixthDay_OverALeapDay_IsMetOnTheSixth()
    {
        ChildStory child = new ChildStory().DaysFrom(Day(2024, 2, 23), 6, "E", "E");
        child.Judge(ThresholdCatalogue.SixthDayProvision, Day(2024, 2, 29)).Status.ShouldBe(ThresholdStatus.NotMet);
        child.Judge(ThresholdCatalogue.SixthDayProvision, Day(2024, 3, 1)).FirstMetDate.ShouldBe(Day(2024, 3, 1));
    }

    [Theory]
    [InlineData("B")]
    [InlineData("K")]
    public void SixthDay_EducationArranged_IsNotMet(string code) =>
        new ChildStory().DaysFrom(Monday, 5, "E", "E").On(Day(2024, 1, 15), code, code)
            .Judge(ThresholdCatalogue.SixthDayProvision, Day(2024, 1, 15)).Status.ShouldBe(ThresholdStatus.NotMet);

    [Fact]
    public void SixthDay_SentHomeAtNoon_BeginsTheNextDay() =>
        new ChildStory().On(Monday, "/", "E").DaysFrom(Day(2024, 1, 9), 5, "E", "E")
            .Judge(ThresholdCatalogue.SixthDayProvision, Day(2024, 1, 15)).Counted.ShouldBe(5);

    [Fact]
    public void Contact_DaysWithoutAReason_AreMetOnTheFirstTheThirdAndTheSixth()
    {
        ChildStory child = new ChildStory().On(Day(2024, 1, 5), "/", "\\").DaysFrom(Monday, 6, "N", "O");
        string[] MetOn(DateOnly date) => [.. child.JudgeAll(date)
            .Where(x => x.Status == ThresholdStatus.Met && x.Threshold.Name.StartsWith("CONTACT_DAY", StringComparison.Ordinal)).Select(x => x.Threshold.Name)];

        MetOn(Day(2024, 1, 7)).ShouldBeEmpty();
        MetOn(Monday).ShouldBe(["CONTACT_DAY_1"]);
        MetOn(Day(2024, 1, 9)).ShouldBe(["CONTACT_DAY_1"]);
        MetOn(Day(2024, 1, 10)).ShouldBe(["CONTACT_DAY_1", "CONTACT_DAY_3"]);
        MetOn(Day(2024, 1, 12)).ShouldBe(["CONTACT_DAY_1", "CONTACT_DAY_3"]);
        MetOn(Day(2024, 1, 15)).ShouldBe(["CONTACT_DAY_1", "CONTACT_DAY_3", "CONTACT_DAY_6"]);
    }

    [Fact]
    public void Contact_DayPartlyAttended_IsAFirstDayAgain()
    {
        ChildStory child = new ChildStory().DaysFrom(Monday, 3, "N", "N").On(Day(2024, 1, 10), "/", "N");
        child.Judge(ThresholdCatalogue.ContactDay1, Day(2024, 1, 10)).Status.ShouldBe(ThresholdStatus.Met);
        child.Judge(ThresholdCatalogue.ContactDay3, Day(2024, 1, 10)).Status.ShouldBe(ThresholdStatus.NotMet);
        child.On(Day(2024, 1, 10), "I", "N").Judge(ThresholdCatalogue.ContactDay3, Day(2024, 1, 10)).Status.ShouldBe(ThresholdStatus.Met);
    }

    [Fact]
    public void Contact_ReasonFound_IsMetNoLonger() =>
        new ChildStory().On(Monday, "I", "I").Judge(ThresholdCatalogue.ContactDay1, Monday).Status.ShouldBe(ThresholdStatus.NotMet);

    [Fact]
    public void PartTime_SevenSchoolWeeks_AreMoreThanSix_WithHalfTermPassedOver()
    {
        // C2 every Wednesday afternoon from 10 January; the seventh school week is that of 26 February.
        ChildStory child = new ChildStory().Days(Day(2024, 1, 2), Day(2024, 3, 28), "/", "\\");
        for (DateOnly date = Day(2024, 1, 10); date <= Day(2024, 2, 28); date = date.AddDays(7))
        {
            if (ChildStory.Calendar.IsSchoolDay(date))
                child.On(date, "/", "C2");
        }
        child.Judge(ThresholdCatalogue.PartTimeTimetable, Day(2024, 2, 27)).Status.ShouldBe(ThresholdStatus.NotMet);
        ThresholdResult met = child.Judge(ThresholdCatalogue.PartTimeTimetable, Day(2024, 3, 3));
        (met.Status, met.Counted, met.FirstMetDate, met.WindowStart).ShouldBe((ThresholdStatus.Met, 7, Day(2024, 2, 28), Day(2024, 1, 10)));
        met.ProvingSessions.Length.ShouldBe(7);
        ThresholdResult full = child.Judge(ThresholdCatalogue.PartTimeTimetable, Day(2024, 3, 11));
        (full.Status, full.MetSinceDate).ShouldBe((ThresholdStatus.NotMet, null), "a whole week without C2 ended it");
    }

    [Fact]
    public void MissingEducation_IsNotAvailable_AndSaysWhatIsMissing()
    {
        ThresholdCatalogue.ChildMissingEducation.Needs.ShouldNotBeEmpty();
        new ChildStory().On(Monday, "/", "\\").Judge(ThresholdCatalogue.ChildMissingEducation, Monday).Status.ShouldBe(ThresholdStatus.NotAvailable);
    }
}
