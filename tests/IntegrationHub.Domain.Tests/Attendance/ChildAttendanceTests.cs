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
    public void Merge_AnyEnrolments_IsWhatALoopOverTheSessionsSays() => Holds.ForAll<((byte[], byte, byte), (byte[], byte, byte), (byte[], byte, byte))>(drawn =>
    {
        EnrolmentMarks[] enrolments = [Enrolment(drawn.Item1), Enrolment(drawn.Item2), Enrolment(drawn.Item3)];
        (string[] counted, int[] conflicts) = Slowly(enrolments);
        ChildAttendance child = ChildAttendance.Merge(enrolments, 0, 12);
        SessionCounts expected = new()
        {
            Attending = counted.Count(PlainCodes.IsAttended) - counted.Count(PlainCodes.Activity.Contains),
            ApprovedEducationalActivity = counted.Count(PlainCodes.Activity.Contains),
            Authorised = counted.Count(PlainCodes.Authorised.Contains),
            Unauthorised = counted.Count(PlainCodes.Unauthorised.Contains),
            NotPossible = counted.Count(PlainCodes.NotPossible.Contains),
            Administrative = counted.Count(PlainCodes.Administrative.Contains),
            Late = counted.Count(code => code is "L" or "U"),
        };
        return child.Counts == expected && child.Conflicts.Select(conflict => conflict.Slot).SequenceEqual(conflicts);
    });

    [Fact]
    public void Merge_EnrolmentsInAnotherOrder_CountTheSame() => Holds.ForAll<((byte[], byte, byte), (byte[], byte, byte), (byte[], byte, byte))>(drawn =>
    {
        EnrolmentMarks[] enrolments = [Enrolment(drawn.Item1), Enrolment(drawn.Item2), Enrolment(drawn.Item3)];
        return ChildAttendance.Merge(enrolments).Counts == ChildAttendance.Merge([.. enrolments.Reverse()]).Counts;
    });

    [Fact]
    public void Merge_OneEnrolment_IsItsOwnCount() => Holds.ForAll<(byte[], byte, byte)>(drawn =>
    {
        EnrolmentMarks enrolment = Enrolment(drawn);
        string[] within = Strips.Texts([.. enrolment.Strip.ToArray().Where((_, slot) => slot >= enrolment.FirstSlot && slot <= enrolment.LastSlot)]);
        ChildAttendance child = ChildAttendance.Merge([enrolment]);
        return child.Counts.Attended == within.Count(PlainCodes.IsAttended) && child.Counts.Absent == within.Count(PlainCodes.IsAbsent) && child.Conflicts.Count == 0;
    });

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

    // Twelve slots; D more often than chance would have it, so that dual registration is met.
    private static EnrolmentMarks Enrolment((byte[] Any, byte First, byte Last) drawn)
    {
        byte[] strip = new byte[12];
        Strips.Of([.. drawn.Any.Take(12).Select(value => value > 200 ? (byte)9 : value)]).CopyTo(strip, 0);
        return new EnrolmentMarks(Main, strip, drawn.First % 4, 11 - (drawn.Last % 4));
    }

    private static (string[] Counted, int[] Conflicts) Slowly(EnrolmentMarks[] enrolments)
    {
        List<string> counted = [];
        List<int> conflicts = [];
        for (int slot = 0; slot < 12; slot++)
        {
            string[] marks =
            [
                .. enrolments.Where(one => one.FirstSlot <= slot && slot <= one.LastSlot)
                    .Select(one => Strips.Texts(one.Strip.ToArray())[slot]).Where(code => code.Length > 0),
            ];
            string[] real = [.. marks.Where(PlainCodes.IsPossible)];
            if (real.Length > 1)
                conflicts.Add(slot);
            if (marks.Length > 0)
                counted.Add(Choose(marks, real));
        }

        return ([.. counted], [.. conflicts]);
    }

    private static string Choose(string[] marks, string[] real)
    {
        if (real.Length == 1)
            return real[0];

        string[][] preferences =
            [PlainCodes.Attending, PlainCodes.Activity, PlainCodes.Authorised, PlainCodes.Unauthorised, [.. PlainCodes.NotPossible.Except(["D"])], PlainCodes.Administrative, ["D"]];
        return preferences
            .Select(preferred => marks.Where(preferred.Contains).MinBy(code => AttendanceCode.Parse(code).Index))
            .First(code => code is not null)!;
    }
}
