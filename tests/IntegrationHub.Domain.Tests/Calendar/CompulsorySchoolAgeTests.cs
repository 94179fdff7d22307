using System.Globalization;
using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.Domain.Tests.Calendar;

public class CompulsorySchoolAgeTests
{
    [Theory]
    [InlineData("2016-08-31", "2021-08-31")]
    [InlineData("2016-09-01", "2021-12-31")]
    [InlineData("2016-12-31", "2021-12-31")]
    [InlineData("2017-01-01", "2022-03-31")]
    [InlineData("2017-03-31", "2022-03-31")]
    [InlineData("2017-04-01", "2022-08-31")]
    [InlineData("2016-02-29", "2021-03-31")]
    public void FirstDay_FifthBirthdayOnOrBeforeAPrescribedDay_IsThatDay(string born, string first)
    {
        CompulsorySchoolAge.FirstDay(Date(born)).ShouldBe(Date(first));
        CompulsorySchoolAge.IsCompulsory(Date(born), Date(first)).ShouldBeTrue();
        CompulsorySchoolAge.IsCompulsory(Date(born), Date(first).AddDays(-1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2005-09-01", "2022-06-24")]
    [InlineData("2006-08-31", "2022-06-24")]
    [InlineData("2006-09-01", "2023-06-30")]
    [InlineData("2005-08-31", "2021-06-25")]
    [InlineData("2004-02-29", "2020-06-26")]
    public void LastDay_OfTheSchoolYearOfTheSixteenthBirthday_IsTheLastFridayInJune(string born, string last)
    {
        CompulsorySchoolAge.LastDay(Date(born)).ShouldBe(Date(last));
        CompulsorySchoolAge.IsCompulsory(Date(born), Date(last)).ShouldBeTrue();
        CompulsorySchoolAge.IsCompulsory(Date(born), Date(last).AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void LastDay_OfAnyChild_IsAFridayOfTheLastWeekOfJune() => Holds.ForAll<ushort>(drawn =>
    {
        DateOnly last = CompulsorySchoolAge.LastDay(new DateOnly(1990, 1, 1).AddDays(drawn % 12_000));
        return last is { DayOfWeek: DayOfWeek.Friday, Month: 6, Day: >= 24 };
    });

    [Fact]
    public void FirstDay_OfAnyChild_IsTheFirstPrescribedDayTheChildIsFive() => Holds.ForAll<ushort>(drawn =>
    {
        DateOnly born = new DateOnly(1990, 1, 1).AddDays(drawn % 12_000);
        DateOnly day = born.AddYears(5);
        while ((day.Month, day.Day) is not ((3, 31) or (8, 31) or (12, 31)))
            day = day.AddDays(1);
        return CompulsorySchoolAge.FirstDay(born) == day;
    });

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
