using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class AcademicYearTests
{
    [Theory]
    [InlineData(2022, 7, 31, 2021)]
    [InlineData(2022, 8, 1, 2022)]
    [InlineData(2021, 12, 31, 2021)]
    [InlineData(2022, 1, 1, 2021)]
    public void FromDate_TheFirstOfAugust_BeginsTheYear(int year, int month, int day, int startYear) =>
        AcademicYear.FromDate(new DateOnly(year, month, day)).StartYear.ShouldBe(startYear);

    [Theory]
    [InlineData(2021, 730)]
    [InlineData(2023, 732)]
    [InlineData(1999, 732)]
    [InlineData(2099, 730)]
    public void Slots_AreTwoADay_WithTheLeapDay(int startYear, int slots) => new AcademicYear(startYear).Slots.ShouldBe(slots);

    [Fact]
    public void SlotOf_LeapDay_HasItsOwnTwoSlots()
    {
        AcademicYear year = new(2023);
        year.SlotOf(new DateOnly(2024, 2, 29), SchoolSession.Am).ShouldBe(424);
        year.SlotOf(new DateOnly(2024, 3, 1), SchoolSession.Am).ShouldBe(426);
        year.SlotOf(new DateOnly(2024, 7, 31), SchoolSession.Pm).ShouldBe(731);
    }

    [Fact]
    public void SlotOf_EveryDayOfManyYears_CountsUpByOne()
    {
        for (int start = 1995; start < 2035; start++)
        {
            AcademicYear year = new(start);
            int slot = 0;
            for (DateOnly date = year.Start; date <= year.End; date = date.AddDays(1))
            {
                year.SlotOf(date, SchoolSession.Am).ShouldBe(slot++);
                year.SlotOf(date, SchoolSession.Pm).ShouldBe(slot++);
                (year.DateOf(slot - 1), AcademicYear.SessionOf(slot - 1)).ShouldBe((date, SchoolSession.Pm));
                (year.DateOf(slot - 2), AcademicYear.SessionOf(slot - 2)).ShouldBe((date, SchoolSession.Am));
            }

            slot.ShouldBe(year.Slots);
        }
    }

    [Fact]
    public void SlotOf_DateOfAnotherYear_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AcademicYear(2021).SlotOf(new DateOnly(2022, 8, 1), SchoolSession.Am));

    [Fact]
    public void DateOf_SlotBeyondTheYear_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new AcademicYear(2021).DateOf(730));
        Should.Throw<ArgumentOutOfRangeException>(() => new AcademicYear(2021).DateOf(-1));
    }

    [Theory]
    [InlineData("2021/22", 2021)]
    [InlineData("202526", 2025)]
    [InlineData("1999/00", 1999)]
    public void Parse_BothWaysOfWriting_AreRead(string text, int startYear)
    {
        AcademicYear.Parse(text).ShouldBe(new AcademicYear(startYear));
        AcademicYear.Parse(new AcademicYear(startYear).ToString()).ShouldBe(new AcademicYear(startYear));
    }

    [Theory]
    [InlineData("2021/23")]
    [InlineData("2021-22")]
    [InlineData("2021/2022")]
    [InlineData("2021")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0000/01")]
    public void TryParse_AnythingElse_IsRefused(string? text) => AcademicYear.TryParse(text, out _).ShouldBeFalse();
}
