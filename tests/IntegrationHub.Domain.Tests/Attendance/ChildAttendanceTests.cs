using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Tests.Attendance;

public class ChildAttendanceTests
{
    private static readonly Laestab Main = new(8511234);
    private static readonly Laestab Second = new(8514321);

    [Theory]
    [InlineData("/ I", "D D", 1, 1)]
    [InlineData("D -", "/ O", 1, 1)]
    [InlineData("D D", "D -", 0, 0)]
    [InlineData("- w", "/ O", 1, 1)]
    public void Merge_OneRealMarkASession_IsTheChilds(string main, string second, int attended, int absent)
    {
        ChildAttendance child = Merge(main, second);
        (child.Counts.Attended, child.Counts.Absent, child.Conflicts.Count).ShouldBe((attended, absent, 0));
    }

    [Theory]
    [InlineData("O", "/", "/")]
    [InlineData("I", "B", "B")]
    [InlineData("O", "I", "I")]
    [InlineData("O", "G", "G")]
    [InlineData("/", "/", "/")]
    [InlineData("B", "L", "L")]
    public void Merge_TwoRealMarks_AreAConflictCountedOnceInTheChildsFavour(string main, string second, string counted)
    {
        ChildAttendance child = Merge(main, second);
        child.Counts.ShouldBe(AttendanceStrip.Count(Strips.Of(counted)));
        child.Conflicts.ShouldHaveSingleItem().Counted.Value.ShouldBe(counted);
        child.Conflicts[0].Marks.Select(mark => mark.Code.Value).ShouldBe([main, second]);
    }

    [Theory]
    [InlineData("D", "Y4", 1, 0)]
    [InlineData("D", "#", 0, 1)]
    [InlineData("D", "D", 1, 0)]
    public void Merge_NoRealMark_PrefersTheOneThatIsNotD(string main, string second, int notPossible, int administrative)
    {
        ChildAttendance child = Merge(main, second);
        (child.Counts.NotPossible, child.Counts.Administrative, child.Counts.Possible).ShouldBe((notPossible, administrative, 0));
    }

    [Fact]
    public void Merge_MarksOutsideTheEnrolment_DoNotCount()
    {
        ChildAttendance child = ChildAttendance.Merge([new(Main, Strips.Of("/ / O O"), 0, 1), new(Second, Strips.Of("O O O /"), 2, 3)]);
        (child.Counts.Attended, child.Counts.Absent, child.Conflicts.Count).ShouldBe((3, 1, 0));
    }

    [Fact]
    public void Merge_NoEnrolment_IsEmpty() => ChildAttendance.Merge([]).Counts.ShouldBe(default);

    [Fact]
    public void Between_EntryAndLeavingDates_AreBothIncluded()
    {
        AcademicYear year = new(2021);
        EnrolmentMarks marks = EnrolmentMarks.Between(year, Main, new byte[730], new DateOnly(2021, 9, 6), new DateOnly(2021, 9, 10));
        (marks.FirstSlot, marks.LastSlot).ShouldBe((72, 81));
    }

    [Theory]
    [InlineData("2019-09-01", null, 0, 729)]
    [InlineData("2019-09-01", "2021-07-31", 0, -1)]
    [InlineData("2022-08-01", null, 730, 729)]
    [InlineData("2021-08-01", "2022-07-31", 0, 729)]
    public void Between_DatesBeyondTheYear_AreItsEnds(string entry, string? leaving, int first, int last)
    {
        DateOnly? left = leaving is null ? null : DateOnly.Parse(leaving, System.Globalization.CultureInfo.InvariantCulture);
        DateOnly entered = DateOnly.Parse(entry, System.Globalization.CultureInfo.InvariantCulture);
        EnrolmentMarks marks = EnrolmentMarks.Between(new AcademicYear(2021), Main, new byte[730], entered, left);
        (marks.FirstSlot, marks.LastSlot).ShouldBe((first, last));
    }

    private static ChildAttendance Merge(string main, string second)
    {
        byte[] one = Strips.Of(main);
        return ChildAttendance.Merge([new(Main, one, 0, one.Length - 1), new(Second, Strips.Of(second), 0, one.Length - 1)]);
    }
}
