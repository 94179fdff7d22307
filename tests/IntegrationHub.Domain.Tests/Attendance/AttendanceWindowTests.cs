using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class AttendanceWindowTests
{
    [Fact]
    public void YearToDate_OnADay_TakesThatDayIn()
    {
        AttendanceWindow window = AttendanceWindow.YearToDate(new DateOnly(2021, 12, 17));
        (window.From, window.To).ShouldBe((new DateOnly(2021, 8, 1), new DateOnly(2021, 12, 17)));
        window.AcademicYear.ShouldBe(new AcademicYear(2021));
        window.SlotRanges.ShouldBe([new SlotRange(new AcademicYear(2021), 0, 2 * 139)]);
    }

    [Fact]
    public void RollingWeeks_AcrossTheFirstOfAugust_TakesTwoStrips()
    {
        AttendanceWindow window = AttendanceWindow.RollingWeeks(new DateOnly(2022, 8, 2), 1);
        window.From.ShouldBe(new DateOnly(2022, 7, 27));
        window.SlotRanges.ShouldBe([new SlotRange(new AcademicYear(2021), 720, 730), new SlotRange(new AcademicYear(2022), 0, 4)]);
    }

    [Fact]
    public void SlotRanges_OfAnyDates_HoldTwoSlotsADayInOrder() => Holds.ForAll<(ushort, ushort)>(drawn =>
    {
        DateOnly from = new DateOnly(2000, 1, 1).AddDays(drawn.Item1 % 9000);
        AttendanceWindow window = AttendanceWindow.Dates(from, from.AddDays(drawn.Item2 % 1500));
        List<DateOnly> days = [.. window.SlotRanges.SelectMany(DaysOf)];
        return days[0] == from
            && days.Count == 2 * ((drawn.Item2 % 1500) + 1)
            && days.Where((_, slot) => slot % 2 == 0).SequenceEqual(days.Distinct());
    });

    [Fact]
    public void Dates_EndBeforeTheBeginning_Throws() =>
        Should.Throw<ArgumentException>(() => AttendanceWindow.Dates(new DateOnly(2022, 1, 2), new DateOnly(2022, 1, 1)));

    private static IEnumerable<DateOnly> DaysOf(SlotRange range) =>
        Enumerable.Range(range.FromSlot, range.Length).Select(range.Year.DateOf);
}
