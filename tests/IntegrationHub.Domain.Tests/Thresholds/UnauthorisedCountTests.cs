using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Thresholds;
using static IntegrationHub.Domain.Tests.Thresholds.ChildStory;

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>So many sessions of unauthorised absence: in ten school weeks, in the term, in the year.</summary>
public class UnauthorisedCountTests
{
    [Fact]
    public void PenaltyNotice_TenSessionsAcrossAHalfTerm_AreMetOnTheTenth()
    {
        // Five days away around half term, 12 to 16 February 2024: Thursday, Friday, then Monday to Wednesday.
        ChildStory child = Attending(Day(2024, 1, 2), Day(2024, 3, 1));
        child.On(Day(2024, 2, 8), "G", "N").On(Day(2024, 2, 9), "O", "U").Days(Day(2024, 2, 19), Day(2024, 2, 21), "O", "O");

        child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 2, 20)).Status.ShouldBe(ThresholdStatus.NotMet);
        ThresholdResult met = child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 2, 21));
        (met.Status, met.Counted, met.FirstMetDate, met.MetSinceDate).ShouldBe((ThresholdStatus.Met, 10, Day(2024, 2, 21), Day(2024, 2, 21)));
        met.ProvingSessions.Length.ShouldBe(10);
        SessionNumber.DateOf(met.ProvingSessions.Span[0]).ShouldBe(Day(2024, 2, 8));
    }

    [Fact]
    public void PenaltyNotice_NineSessions_AreNotEnough()
    {
        ChildStory child = Attending(Day(2024, 1, 2), Day(2024, 2, 9));
        child.DaysFrom(Day(2024, 1, 8), 4, "O", "O").On(Day(2024, 1, 12), "O", "/");
        ThresholdResult result = child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 2, 9));
        (result.Status, result.Counted, result.FirstMetDate).ShouldBe((ThresholdStatus.NotMet, 9, null));
    }

    [Fact]
    public void PenaltyNotice_AuthorisedAndImpossibleSessions_DoNotCount()
    {
        ChildStory child = Attending(Day(2024, 1, 2), Day(2024, 2, 9));
        child.DaysFrom(Day(2024, 1, 8), 10, "I", "D").DaysFrom(Day(2024, 1, 22), 9, "O", "/");
        child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 2, 9)).Counted.ShouldBe(9);
    }

    [Fact]
    public void PenaltyNotice_WindowOfTenSchoolWeeks_LetsGoOnTheMondayOfTheEleventh()
    {
        // Week 1 of the spring term of 2024; the tenth school week, half term skipped, is that of 11 March, and the eleventh that of the 18th.
        ChildStory child = Attending(Day(2024, 1, 8), Day(2024, 3, 28));
        child.Days(Day(2024, 1, 8), Day(2024, 1, 12), "O", "O");
        child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 3, 24)).Status.ShouldBe(ThresholdStatus.Met);
        ThresholdResult gone = child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 3, 25));
        (gone.Status, gone.WindowStart, gone.Counted).ShouldBe((ThresholdStatus.NotMet, Day(2024, 1, 15), 0));
        gone.FirstMetDate.ShouldBe(Day(2024, 1, 12), "that it was met stays told when the window has moved on");
    }

    [Fact]
    public void PenaltyNotice_AcrossTheSummer_CountsOneRunOfSchoolWeeks()
    {
        ChildStory child = Attending(Day(2023, 6, 5), Day(2023, 9, 15));
        child.Days(Day(2023, 7, 19), Day(2023, 7, 21), "O", "O").Days(Day(2023, 9, 4), Day(2023, 9, 5), "O", "O");
        ThresholdResult met = child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2023, 9, 5));
        (met.Status, met.Counted, met.FirstMetDate).ShouldBe((ThresholdStatus.Met, 10, Day(2023, 9, 5)));
        met.WindowStart.ShouldBe(Day(2023, 5, 15), "nine school weeks lie before that of 4 September, and half term is none of them");
        child.Judge(ThresholdCatalogue.SchoolAttendancePanel, Day(2023, 9, 5)).Counted.ShouldBe(4, "a panel counts one academic year");
    }

    [Fact]
    public void PenaltyNotice_SpellOlderThanTheWindow_IsFirstMetWhenItBegan()
    {
        ChildStory child = Attending(Day(2023, 9, 4), Day(2024, 3, 1));
        child.Days(Day(2023, 9, 11), Day(2024, 3, 1), "O", "/");
        ThresholdResult met = child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 3, 1));
        (met.FirstMetDate, met.MetSinceDate).ShouldBe((Day(2023, 9, 22), Day(2023, 9, 22)));
        met.WindowStart.ShouldBe(Day(2023, 12, 11));
    }

    [Fact]
    public void PenaltyNotice_SaturdayThatASchoolKeeps_MakesItsWeekASchoolWeek()
    {
        // Half term has no school week, unless the school kept its Saturday: then the window of ten weeks ends a week sooner.
        ChildStory child = Attending(Day(2024, 1, 8), Day(2024, 3, 28));
        child.Days(Day(2024, 1, 8), Day(2024, 1, 12), "O", "O").On(Day(2024, 2, 17), "/", "-");
        child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 3, 17)).Status.ShouldBe(ThresholdStatus.Met);
        child.Judge(ThresholdCatalogue.PenaltyNoticeNational, Day(2024, 3, 18)).Status.ShouldBe(ThresholdStatus.NotMet);
    }

    [Fact]
    public void PortsmouthNotice_CountsTheTermAlone_AndTheLastOneInTheHolidays()
    {
        ChildStory child = Attending(Day(2023, 9, 4), Day(2024, 1, 19));
        child.Days(Day(2023, 12, 14), Day(2023, 12, 20), "O", "O").Days(Day(2024, 1, 2), Day(2024, 1, 5), "O", "O");
        ThresholdResult holiday = child.Judge(ThresholdCatalogue.PenaltyNoticePortsmouth2023, Day(2023, 12, 27));
        (holiday.Status, holiday.FirstMetDate, holiday.WindowStart).ShouldBe((ThresholdStatus.Met, Day(2023, 12, 20), Day(2023, 9, 4)));
        ThresholdResult spring = child.Judge(ThresholdCatalogue.PenaltyNoticePortsmouth2023, Day(2024, 1, 19));
        (spring.Status, spring.Counted, spring.FirstMetDate).ShouldBe((ThresholdStatus.NotMet, 8, null));
    }

    [Fact]
    public void PortsmouthNotice_NoTermsOnFile_IsNotAvailable()
    {
        ChildStory child = new() { SchoolCalendar = new SchoolCalendar([], []) };
        child.On(Day(2024, 1, 10), "O", "O");
        child.Judge(ThresholdCatalogue.PenaltyNoticePortsmouth2023, Day(2024, 1, 10)).Status.ShouldBe(ThresholdStatus.NotAvailable);
    }

    [Theory]
    [InlineData("/", 14, ThresholdStatus.NotMet)]
    [InlineData("U", 15, ThresholdStatus.Met)]
    public void AttendancePanel_FifteenSessionsInTheYear_AreMet(string last, int counted, ThresholdStatus status)
    {
        ChildStory child = Attending(Day(2023, 9, 4), Day(2024, 5, 3));
        child.DaysFrom(Day(2023, 9, 11), 4, "O", "O").DaysFrom(Day(2024, 1, 8), 3, "O", "O").On(Day(2024, 5, 3), last, "\\");
        ThresholdResult result = child.Judge(ThresholdCatalogue.SchoolAttendancePanel, Day(2024, 5, 3));
        (result.Status, result.Counted).ShouldBe((status, counted));
    }

    [Fact]
    public void AttendancePanel_NoMarksOfTheYear_IsNothingToJudge() =>
        new ChildStory().On(Day(2023, 7, 3), "O", "O").Judge(ThresholdCatalogue.SchoolAttendancePanel, Day(2023, 9, 5)).Status
            .ShouldBe(ThresholdStatus.TooFewSessions);

    [Theory]
    [InlineData("/", ThresholdStatus.NotMet)]
    [InlineData("I", ThresholdStatus.Met)]
    public void SicknessReturn_FifteenDaysInHalves_AreMet(string last, ThresholdStatus status)
    {
        ChildStory child = Attending(Day(2023, 9, 4), Day(2024, 7, 23));
        child.DaysFrom(Day(2023, 9, 11), 10, "I", "I").DaysFrom(Day(2024, 1, 8), 9, "\\", "I").DaysFrom(Day(2024, 2, 5), 3, "M", "\\")
            .On(Day(2024, 2, 29), "/", last);
        ThresholdResult result = child.Judge(ThresholdCatalogue.LaReturnSickness, Day(2024, 3, 28));
        (result.Status, result.FirstMetDate).ShouldBe((status, status == ThresholdStatus.Met ? Day(2024, 2, 29) : null));
    }

    private static ChildStory Attending(DateOnly from, DateOnly to) => new ChildStory().Days(from, to, "/", "\\");
}
