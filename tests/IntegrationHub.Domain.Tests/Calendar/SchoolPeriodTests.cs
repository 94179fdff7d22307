using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.Domain.Tests.Calendar;

public sealed class SchoolPeriodTests
{
    private static readonly SchoolCalendar Calendar = new(
        [
            new Term("Autumn", new(2021, 9, 1), new(2021, 12, 17), new(2021, 10, 25), new(2021, 10, 29)),
            new Term("Spring", new(2022, 1, 4), new(2022, 4, 8)),
        ],
        [new(2021, 9, 1), new(2021, 9, 2), new(2021, 12, 17)]);

    [Fact]
    public void HalfTerm_IsTrimmedToItsSchoolDays() =>
        SchoolPeriod.LastHalfTerm(Calendar, new(2021, 11, 1)).ShouldBe(new SchoolPeriod("Autumn, first half", new(2021, 9, 3), new(2021, 10, 22)));

    [Fact]
    public void SecondHalf_EndsBeforeATrainingDay() =>
        SchoolPeriod.LastHalfTerm(Calendar, new(2021, 12, 17)).ShouldBe(new SchoolPeriod("Autumn, second half", new(2021, 11, 1), new(2021, 12, 16)));

    [Fact]
    public void LastSchoolDay_IsStillOfThePeriod()
    {
        SchoolPeriod.LastTerm(Calendar, new(2021, 12, 16)).ShouldBeNull();
        SchoolPeriod.LastTerm(Calendar, new(2021, 12, 17)).ShouldNotBeNull().Name.ShouldBe("Autumn");
    }

    [Fact]
    public void TermWithoutAHalfTerm_IsOnePeriodInBothWays()
    {
        SchoolPeriod spring = new("Spring", new(2022, 1, 4), new(2022, 4, 8));
        SchoolPeriod.LastTerm(Calendar, new(2022, 5, 1)).ShouldBe(spring);
        SchoolPeriod.LastHalfTerm(Calendar, new(2022, 5, 1)).ShouldBe(spring);
    }

    [Fact]
    public void TermClosedAltogether_IsNone() =>
        SchoolPeriod.LastTerm(new SchoolCalendar([new Term("Short", new(2021, 9, 4), new(2021, 9, 5))], []), new(2022, 1, 1)).ShouldBeNull();
}
