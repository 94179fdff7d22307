using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using Enrolments = ((byte[], byte, byte), (byte[], byte, byte), (byte[], byte, byte));

namespace IntegrationHub.Domain.Tests.Attendance;

/// <summary>Any enrolments merged, against a loop over the sessions that follows the rule as it is written.</summary>
public class ChildAttendanceByLoopTests
{
    private static readonly Laestab School = new(8511234);

    [Fact]
    public void Merge_AnyEnrolments_IsWhatALoopOverTheSessionsSays() => Holds.ForAll<Enrolments>(drawn =>
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
    public void MergeInto_AnyEnrolments_HoldsTheMarksThatMergeCounts() => Holds.ForAll<Enrolments>(drawn =>
    {
        EnrolmentMarks[] enrolments = [Enrolment(drawn.Item1), Enrolment(drawn.Item2), Enrolment(drawn.Item3)];
        byte[] codes = new byte[8];
        ChildAttendance.MergeInto(codes, enrolments, 2);
        return Strips.Texts(codes).Where(code => code.Length > 0).SequenceEqual(Slowly(enrolments, 2, 10).Counted);
    });

    [Fact]
    public void Merge_EnrolmentsInAnotherOrder_CountTheSame() => Holds.ForAll<Enrolments>(drawn =>
    {
        EnrolmentMarks[] enrolments = [Enrolment(drawn.Item1), Enrolment(drawn.Item2), Enrolment(drawn.Item3)];
        return ChildAttendance.Merge(enrolments).Counts == ChildAttendance.Merge([.. enrolments.Reverse()]).Counts;
    });

    [Fact]
    public void Merge_OneEnrolment_IsItsOwnCount() => Holds.ForAll<(byte[], byte, byte)>(drawn =>
    {
        EnrolmentMarks enrolment = Enrolment(drawn);
        string[] within = Strips.Texts(enrolment.Strip.ToArray()[enrolment.FirstSlot..(enrolment.LastSlot + 1)]);
        ChildAttendance child = ChildAttendance.Merge([enrolment]);
        return child.Counts.Attended == within.Count(PlainCodes.IsAttended)
            && child.Counts.Absent == within.Count(PlainCodes.IsAbsent)
            && child.Conflicts.Count == 0;
    });

    // Twelve slots; D more often than chance would have it, so that dual registration is met.
    private static EnrolmentMarks Enrolment((byte[] Any, byte First, byte Last) drawn)
    {
        byte[] strip = new byte[12];
        Strips.Of([.. drawn.Any.Take(12).Select(value => value > 200 ? (byte)9 : value)]).CopyTo(strip, 0);
        return new EnrolmentMarks(School, strip, drawn.First % 4, 11 - (drawn.Last % 4));
    }

    private static (string[] Counted, int[] Conflicts) Slowly(EnrolmentMarks[] enrolments, int from = 0, int to = 12)
    {
        List<string> counted = [];
        List<int> conflicts = [];
        for (int slot = from; slot < to; slot++)
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
        [
            PlainCodes.Attending, PlainCodes.Activity, PlainCodes.Authorised, PlainCodes.Unauthorised,
            [.. PlainCodes.NotPossible.Except(["D"])], PlainCodes.Administrative, ["D"],
        ];
        return preferences
            .Select(preferred => marks.Where(preferred.Contains).MinBy(code => AttendanceCode.Parse(code).Index))
            .First(code => code is not null)!;
    }
}
