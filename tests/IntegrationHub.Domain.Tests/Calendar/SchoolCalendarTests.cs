using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.Domain.Tests.Calendar;

public class SchoolCalendarTests
{
    // Autumn 2021: Thursday 2 September to Friday 17 December, half term 25 to 29 October, a training day on 2 September.
    private static readonly SchoolCalendar Autumn = new(
        [
            new Term("Autumn 2021", Day(2021, 9, 2), Day(2021, 12, 17), Day(2021, 10, 25), Day(2021, 10, 29)),
            new Term("Spring 2022", Day(2022, 1, 4), Day(2022, 4, 1), Day(2022, 2, 21), Day(2022, 2, 25)),
        ],
        [Day(2021, 9, 2)]);

    [Theory]
    [InlineData("2021-09-01", false)]
    [InlineData("2021-09-02", false)]
    [InlineData("2021-09-03", true)]
    [InlineData("2021-09-04", false)]
    [InlineData("2021-10-22", true)]
    [InlineData("2021-10-25", false)]
    [InlineData("2021-10-29", false)]
    [InlineData("2021-11-01", true)]
    [InlineData("2021-12-17", true)]
    [InlineData("2021-12-20", false)]
    public void IsSchoolDay_EndsOfTermsAndHalfTerms_AreInclusive(string date, bool open) =>
        Autumn.IsSchoolDay(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(open);

    [Fact]
    public void IsSchoolDay_SaturdayKept_IsOneInTermOutsideHalfTermAndClosures()
    {
        DateOnly[] saturdays = [Day(2021, 8, 28), Day(2021, 9, 4), Day(2021, 9, 11), Day(2021, 10, 23), Day(2021, 10, 30), Day(2021, 12, 18)];
        SchoolCalendar calendar = new([new Term("Autumn", Day(2021, 9, 2), Day(2021, 12, 17), Day(2021, 10, 25), Day(2021, 10, 30))], [Day(2021, 9, 11)], saturdays);
        saturdays.Where(calendar.IsSchoolDay).ShouldBe([Day(2021, 9, 4), Day(2021, 10, 23)]);
        calendar.IsSchoolDay(Day(2021, 9, 18)).ShouldBeFalse();
        calendar.AddSchoolDays(Day(2021, 9, 3), 1).ShouldBe(Day(2021, 9, 4));
    }

    [Fact]
    public void LastBegun_InTheHolidays_IsTheTermThatEnded()
    {
        Autumn.LastBegun(Day(2021, 12, 25))!.Name.ShouldBe("Autumn 2021");
        Autumn.LastBegun(Day(2022, 1, 4))!.Name.ShouldBe("Spring 2022");
        Autumn.LastBegun(Day(2021, 9, 1)).ShouldBeNull();
    }

    [Fact]
    public void SchoolDaysBetween_BothEnds_AreCounted()
    {
        Autumn.SchoolDaysBetween(Day(2021, 9, 3), Day(2021, 9, 6)).ShouldBe(2);
        Autumn.SchoolDaysBetween(Day(2021, 9, 6), Day(2021, 9, 3)).ShouldBe(0);
        Autumn.SchoolDaysBetween(Day(2021, 9, 1), Day(2021, 12, 31)).ShouldBe(71);
    }

    [Fact]
    public void AddSchoolDays_OverAWeekend_LandsOnTheSameDayOfTheNextWeek() =>
        Autumn.AddSchoolDays(Day(2021, 9, 6), 5).ShouldBe(Day(2021, 9, 13));

    [Fact]
    public void AddSchoolDays_OverChristmas_GoesOnInTheNextTerm() => Autumn.AddSchoolDays(Day(2021, 12, 16), 2).ShouldBe(Day(2022, 1, 4));

    [Fact]
    public void AddSchoolDays_BeyondTheLastTerm_IsNotKnown()
    {
        Autumn.AddSchoolDays(Day(2022, 3, 31), 1).ShouldBe(Day(2022, 4, 1));
        Autumn.AddSchoolDays(Day(2022, 3, 31), 2).ShouldBeNull();
        new SchoolCalendar([], []).AddSchoolDays(Day(2022, 3, 31), 1).ShouldBeNull();
    }

    [Fact]
    public void AddSchoolDays_AnyNumber_IsThatManySchoolDaysOn() => Holds.ForAll<(byte, byte)>(drawn =>
    {
        DateOnly from = Day(2021, 8, 20).AddDays(drawn.Item1);
        return Autumn.AddSchoolDays(from, drawn.Item2 % 60) is not { } reached
            || drawn.Item2 % 60 == 0
            || (Autumn.SchoolDaysBetween(from.AddDays(1), reached) == drawn.Item2 % 60 && Autumn.IsSchoolDay(reached));
    });

    [Fact]
    public void IsWithinYear_HolidaysBetweenTerms_AreWithin()
    {
        Autumn.IsWithinYear(Day(2021, 12, 25)).ShouldBeTrue();
        Autumn.IsWithinYear(Day(2021, 9, 1)).ShouldBeFalse();
        Autumn.IsWithinYear(Day(2022, 4, 1)).ShouldBeTrue();
        Autumn.IsWithinYear(Day(2022, 4, 2)).ShouldBeFalse();
        Autumn.IsWithinYear(Day(2022, 9, 2)).ShouldBeFalse();
    }

    [Fact]
    public void TermOf_HalfTerm_IsStillTheTerm()
    {
        Autumn.TermOf(Day(2021, 10, 27))!.Name.ShouldBe("Autumn 2021");
        Autumn.TermOf(Day(2021, 12, 25)).ShouldBeNull();
    }

    [Fact]
    public void Term_DatesThatDoNotFit_CannotBeMade()
    {
        Should.Throw<ArgumentException>(() => new Term("backwards", Day(2021, 9, 2), Day(2021, 9, 1)));
        Should.Throw<ArgumentException>(() => new Term("half", Day(2021, 9, 2), Day(2021, 12, 1), Day(2021, 10, 1)));
        Should.Throw<ArgumentException>(() => new Term("outside", Day(2021, 9, 2), Day(2021, 12, 1), Day(2021, 12, 1), Day(2021, 12, 2)));
    }

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
