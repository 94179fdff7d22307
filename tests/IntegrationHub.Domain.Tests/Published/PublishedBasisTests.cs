using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;
using IntegrationHub.Domain.Tests.Attendance;

namespace IntegrationHub.Domain.Tests.Published;

public class PublishedBasisTests
{
    private static readonly PublishedBasis Basis = new(new AcademicYear(2025));
    private static readonly DateOnly September = new(2025, 9, 2);

    [Theory]
    [InlineData("2020-08-31", true)]
    [InlineData("2020-09-01", false)]
    [InlineData("2009-09-01", true)]
    [InlineData("2009-08-31", false)]
    [InlineData("2012-02-29", true)]
    public void SlotsOf_Age_IsFiveToFifteenOnTheLastDayOfAugust(string born, bool counts) =>
        (Basis.SlotsOf(Date(born), September, isGuest: false) is not null).ShouldBe(counts);

    [Fact]
    public void SlotsOf_AFifteenYearOld_EndBeforeTheMondayOfTheBankHoliday()
    {
        SlotRange slots = Basis.SlotsOf(new DateOnly(2010, 8, 31), September, isGuest: false)!.Value;
        Basis.Year.DateOf(slots.ToSlot - 1).ShouldBe(new DateOnly(2026, 5, 24));
        AcademicYear.SessionOf(slots.ToSlot - 1).ShouldBe(SchoolSession.Pm);
        slots.FromSlot.ShouldBe(0);
    }

    [Fact]
    public void SlotsOf_AFourteenYearOld_AreTheWholeYear() =>
        Basis.SlotsOf(new DateOnly(2010, 9, 1), September, isGuest: false).ShouldBe(new SlotRange(Basis.Year, 0, Basis.Year.Slots));

    [Theory]
    [InlineData("2026-05-24", true)]
    [InlineData("2026-05-25", false)]
    [InlineData("2026-07-31", false)]
    [InlineData("2024-06-10", true)]
    public void SlotsOf_AnEnrolmentBegunInTheSecondHalfOfThisSummer_AreNone(string entry, bool counts) =>
        (Basis.SlotsOf(new DateOnly(2015, 1, 1), Date(entry), isGuest: false) is not null).ShouldBe(counts);

    [Fact]
    public void SlotsOf_AGuest_AreNone() => Basis.SlotsOf(new DateOnly(2015, 1, 1), September, isGuest: true).ShouldBeNull();

    [Theory]
    [InlineData("D D D D", false)]
    [InlineData("- # Y4 Z", false)]
    [InlineData("D D O D", true)]
    public void IsCounted_NeedsAPossibleSession(string codes, bool counts) =>
        PublishedBasis.IsCounted(AttendanceStrip.Count(Strips.Of(codes))).ShouldBe(counts);

    [Theory]
    [InlineData(2002, "2002-06-04", "2002-06-03")]
    [InlineData(2012, "2012-06-04", "2012-06-04")]
    [InlineData(2021, "2021-05-31", "2021-05-31")]
    [InlineData(2022, "2022-06-02", "2022-05-30")]
    [InlineData(2026, "2026-05-25", "2026-05-25")]
    public void SpringBankHoliday_IsInTheWeekOfItsMonday(int year, string holiday, string monday)
    {
        SpringBankHoliday.Of(year).ShouldBe(Date(holiday));
        SpringBankHoliday.MondayOfWeek(year).ShouldBe(Date(monday));
    }

    [Fact]
    public void SpringBankHoliday_InAnyYear_IsAMondayInMayUnlessMoved()
    {
        foreach (int year in Enumerable.Range(1980, 80).Except([2002, 2012, 2022]))
        {
            DateOnly day = SpringBankHoliday.Of(year);
            (day.DayOfWeek, day.Month, day.AddDays(7).Month).ShouldBe((DayOfWeek.Monday, 5, 6));
        }
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
