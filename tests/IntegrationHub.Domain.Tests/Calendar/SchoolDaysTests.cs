using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Domain.Tests.Attendance;

namespace IntegrationHub.Domain.Tests.Calendar;

public class SchoolDaysTests
{
    private static readonly AcademicYear Year = new(2023);

    // Spring 2024, a leap year: Tuesday 2 January to Thursday 28 March, half term 12 to 16 February, closed on 8 January.
    private static readonly SchoolCalendar Calendar = new(
        [
            new Term("Autumn 2023", Day(2023, 9, 4), Day(2023, 12, 20), Day(2023, 10, 23), Day(2023, 10, 27)),
            new Term("Spring 2024", Day(2024, 1, 2), Day(2024, 3, 28), Day(2024, 2, 12), Day(2024, 2, 16)),
        ],
        [Day(2024, 1, 8)],
        [Day(2024, 1, 13)]);

    [Theory]
    [InlineData("2024-01-05", true)]
    [InlineData("2024-01-06", false)]
    [InlineData("2024-01-08", false)]
    [InlineData("2024-01-13", true)]
    [InlineData("2024-02-12", false)]
    [InlineData("2024-02-29", true)]
    [InlineData("2024-03-29", false)]
    public void IsSchoolDay_NoRegistersYet_IsAsTheCalendarHasIt(string date, bool expected) =>
        Of(Calendar, "").IsSchoolDay(Date(date)).ShouldBe(expected);

    [Fact]
    public void IsSchoolDay_RegistersAllClosed_IsNone() => Of(Calendar, "2024-01-10 # #").IsSchoolDay(Day(2024, 1, 10)).ShouldBeFalse();

    [Fact]
    public void IsSchoolDay_ClosedAndProspectivePupils_IsNone() =>
        Of(Calendar, "2024-01-10 # #", "2024-01-10 Z Z").IsSchoolDay(Day(2024, 1, 10)).ShouldBeFalse();

    [Fact]
    public void IsSchoolDay_ClosedInTheAfternoonOnly_IsOne() => Of(Calendar, "2024-01-10 / #").IsSchoolDay(Day(2024, 1, 10)).ShouldBeTrue();

    [Fact]
    public void IsSchoolDay_ClosedForSomeYearsOnly_IsOne() =>
        Of(Calendar, "2024-01-10 # #", "2024-01-10 / \\").IsSchoolDay(Day(2024, 1, 10)).ShouldBeTrue();

    [Fact]
    public void IsSchoolDay_UnexpectedlyClosed_IsStillOne() => Of(Calendar, "2024-01-10 Y4 Y4").IsSchoolDay(Day(2024, 1, 10)).ShouldBeTrue();

    [Theory]
    [InlineData("/", true)]
    [InlineData("N", true)]
    [InlineData("X", false)]
    [InlineData("#", false)]
    public void IsSchoolDay_DayThatTheCalendarLacks_NeedsAPossibleSession(string code, bool expected) =>
        Of(Calendar, $"2024-02-13 - {code}").IsSchoolDay(Day(2024, 2, 13)).ShouldBe(expected);

    [Theory]
    [InlineData("/", true)]
    [InlineData("D", true)]
    [InlineData("Z", false)]
    [InlineData("#", false)]
    [InlineData("-", false)]
    public void IsSchoolDay_YearNotOnFile_NeedsAMark(string code, bool expected) =>
        Of(null, $"2024-01-10 {code} -").IsSchoolDay(Day(2024, 1, 10)).ShouldBe(expected);

    [Fact]
    public void IsSchoolDay_MarksAfterTheLastRegisterDay_AreNotKnown()
    {
        SchoolDays days = Of(Day(2024, 1, 9), null, "2024-01-09 / -", "2024-01-10 / -");
        (days.IsSchoolDay(Day(2024, 1, 9)), days.IsSchoolDay(Day(2024, 1, 10))).ShouldBe((true, false));
    }

    [Fact]
    public void IsSchoolDay_MarksOutsideTheEnrolment_DoNotCount()
    {
        RegisterDays registers = new(Year.Start, Year.End);
        byte[] strip = Strip("2024-01-10 / -", "2024-01-11 / -");
        registers.Add(Year, EnrolmentMarks.Between(Year, new Laestab(8511234), strip, Day(2024, 1, 11), null));
        SchoolDays days = SchoolDays.Of(null, registers, Year.End);
        (days.IsSchoolDay(Day(2024, 1, 10)), days.IsSchoolDay(Day(2024, 1, 11))).ShouldBe((false, true));
    }

    [Fact]
    public void Move_OverHalfTermAndALeapDay_CountsSchoolDaysOnly()
    {
        SchoolDays days = Of(Calendar, "");
        days.Move(Day(2024, 2, 9), 1).ShouldBe(Day(2024, 2, 19));
        days.Move(Day(2024, 2, 28), 2).ShouldBe(Day(2024, 3, 1));
        days.Move(Day(2024, 2, 19), -1).ShouldBe(Day(2024, 2, 9));
        days.Move(Day(2024, 2, 14), -1).ShouldBe(Day(2024, 2, 9));
        days.Move(Day(2024, 2, 14), 0).ShouldBe(Day(2024, 2, 14));
        days.Move(Day(2024, 3, 28), 1).ShouldBeNull();
        days.Move(Day(2023, 9, 4), -1).ShouldBeNull();
    }

    [Fact]
    public void FirstDayOfWeeks_OverHalfTerm_SkipsIt()
    {
        SchoolDays days = Of(Calendar, "");
        days.FirstDayOfWeeks(Day(2024, 2, 23), 1).ShouldBe(Day(2024, 2, 19));
        days.FirstDayOfWeeks(Day(2024, 2, 19), 2).ShouldBe(Day(2024, 2, 5));
        days.FirstDayOfWeeks(Day(2024, 2, 14), 1).ShouldBe(Day(2024, 2, 5));
        days.FirstDayOfWeeks(Day(2024, 1, 5), 2).ShouldBe(Day(2023, 12, 18));
        days.FirstDayOfWeeks(Day(2023, 9, 8), 10).ShouldBe(Year.Start);
    }

    [Fact]
    public void IsSchoolWeek_OneDayKept_IsOne()
    {
        SchoolDays days = Of(null, "2024-01-13 / -");
        (days.IsSchoolWeek(Day(2024, 1, 8)), days.IsSchoolWeek(Day(2024, 1, 14)), days.IsSchoolWeek(Day(2024, 1, 15))).ShouldBe((true, true, false));
    }

    [Fact]
    public void AnyDay_IsAsAPlainListOfDaysHasIt() => Holds.ForAll<(byte[], ushort, byte)>(drawn =>
    {
        (byte[] closed, ushort at, byte count) = drawn;
        DateOnly[] closures = [.. closed.Select(x => Day(2023, 9, 4).AddDays(x))];
        SchoolCalendar calendar = new(Calendar.Terms, closures);
        SchoolDays days = SchoolDays.Of(calendar, new RegisterDays(Year.Start, Year.Start), Year.End);
        DateOnly[] plain = [.. Enumerable.Range(0, 366).Select(Year.Start.AddDays).Where(calendar.IsSchoolDay)];
        DateOnly date = Year.Start.AddDays(at % 366);
        int by = (count % 60) + 1;
        DateOnly[] mondays = [.. plain.Where(x => x <= date).Select(SchoolDays.MondayOf).Distinct()];
        if (plain.Contains(date) is false && plain.Any(x => x > date && SchoolDays.MondayOf(x) == SchoolDays.MondayOf(date)))
            mondays = [.. mondays.Append(SchoolDays.MondayOf(date)).Distinct()];
        return days.IsSchoolDay(date) == plain.Contains(date)
            && days.Move(date, by) == plain.Where(x => x > date).Skip(by - 1).Select(x => (DateOnly?)x).FirstOrDefault()
            && days.Move(date, -by) == plain.Reverse().Where(x => x < date).Skip(by - 1).Select(x => (DateOnly?)x).FirstOrDefault()
            && days.Between(Year.Start, date) == plain.Count(x => x <= date)
            && days.FirstDayOfWeeks(date, by) == (mondays.Length >= by ? mondays[^by] : Year.Start);
    });

    private static SchoolDays Of(SchoolCalendar? calendar, params string[] marks) => Of(Year.End, calendar, marks);

    private static SchoolDays Of(DateOnly lastRegisters, SchoolCalendar? calendar, params string[] marks)
    {
        RegisterDays registers = new(Year.Start, lastRegisters);
        foreach (string pupil in marks.Where(x => x.Length > 0))
            registers.Add(Year, EnrolmentMarks.Between(Year, new Laestab(8511234), Strip(pupil), Year.Start, null));
        return SchoolDays.Of(calendar, registers, Year.End);
    }

    // "2024-01-10 / #": a day with its two marks.
    private static byte[] Strip(params string[] days)
    {
        byte[] strip = new byte[Year.Slots];
        foreach (string day in days)
            Strips.Of(day[11..]).CopyTo(strip, Year.SlotOf(Date(day[..10]), SchoolSession.Am));
        return strip;
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
