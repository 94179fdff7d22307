using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class AttendanceStripTests
{
    [Fact]
    public void Count_AnyStrip_IsWhatALoopOverItsSessionsCounts() => Holds.ForAll<byte[]>(any =>
    {
        byte[] strip = Strips.Of(any);
        return AttendanceStrip.Count(strip) == Slowly(Strips.Texts(strip));
    });

    [Fact]
    public void Count_AnyRange_IsTheSessionsFromTheFirstToBeforeTheLast() => Holds.ForAll<(byte[], byte, byte)>(drawn =>
    {
        byte[] strip = Strips.Of(drawn.Item1);
        int from = Math.Min(drawn.Item2, drawn.Item3) % (strip.Length + 1);
        int to = Math.Max(from, Math.Max(drawn.Item2, drawn.Item3) % (strip.Length + 1));
        return AttendanceStrip.Count(strip, from, to) == Slowly(Strips.Texts(strip)[from..to]);
    });

    [Fact]
    public void Count_TwoPartsOfAStrip_AddUpToTheWhole() => Holds.ForAll<(byte[], byte[])>(parts =>
        AttendanceStrip.Count(Strips.Of(parts.Item1)) + AttendanceStrip.Count(Strips.Of(parts.Item2))
            == AttendanceStrip.Count(Strips.Of([.. parts.Item1, .. parts.Item2])));

    [Fact]
    public void Count_ByCode_GivesTheSameSums() => Holds.ForAll<byte[]>(any =>
        CodeCounts.Of(Strips.Of(any)).ToSessionCounts() == AttendanceStrip.Count(Strips.Of(any)));

    [Fact]
    public void Count_StripLongerThanItsCounters_LosesNothing()
    {
        byte[] strip = new byte[200_001];
        Array.Fill(strip, AttendanceCode.Parse("U").Index);
        AttendanceStrip.Count(strip).ShouldBe(new SessionCounts { Unauthorised = 200_001, Late = 200_001 });
    }

    [Fact]
    public void Count_EmptyAndUnmarked_IsNothing()
    {
        AttendanceStrip.Count([]).ShouldBe(default);
        AttendanceStrip.Count(Strips.Of("- w -")).ShouldBe(default);
    }

    [Theory]
    [InlineData(39)]
    [InlineData(254)]
    public void Count_ByteThatIsNoCode_Throws(byte unknown)
    {
        Should.Throw<InvalidDataException>(() => AttendanceStrip.Count([1, unknown, 1]));
        Should.Throw<InvalidDataException>(() => CodeCounts.Of([1, unknown, 1]));
    }

    [Fact]
    public void Count_OfAStrip_AllocatesNothing()
    {
        byte[] strip = new byte[AcademicYear.MostSlots];
        AttendanceStrip.Count(strip);
        long before = GC.GetAllocatedBytesForCurrentThread();
        SessionCounts counts = AttendanceStrip.Count(strip);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        counts.Marked.ShouldBe(0);
    }

    private static SessionCounts Slowly(string[] codes) => new()
    {
        Attending = codes.LongCount(PlainCodes.Attending.Contains),
        ApprovedEducationalActivity = codes.LongCount(PlainCodes.Activity.Contains),
        Authorised = codes.LongCount(PlainCodes.Authorised.Contains),
        Unauthorised = codes.LongCount(PlainCodes.Unauthorised.Contains),
        NotPossible = codes.LongCount(PlainCodes.NotPossible.Contains),
        Administrative = codes.LongCount(PlainCodes.Administrative.Contains),
        Late = codes.LongCount(code => code is "L" or "U"),
    };
}
