using System.Numerics;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class SessionCountsTests
{
    [Theory]
    [InlineData(90, 10, true, false, false)]
    [InlineData(901, 99, false, false, false)]
    [InlineData(50, 50, true, true, false)]
    [InlineData(51, 49, true, false, false)]
    [InlineData(49, 51, true, true, true)]
    [InlineData(0, 1, true, true, true)]
    [InlineData(1, 0, false, false, false)]
    [InlineData(0, 0, false, false, false)]
    public void Thresholds_AtTheirEdges_AreTakenAsDefined(int attended, int absent, bool persistent, bool severe, bool chronic)
    {
        SessionCounts counts = new() { Attending = attended, Authorised = absent };
        (counts.IsPersistentlyAbsent, counts.IsSeverelyAbsent, counts.IsChronicallyAbsent).ShouldBe((persistent, severe, chronic));
    }

    [Fact]
    public void Thresholds_OfAnyCounts_AgreeWithExactFractions() => Holds.ForAll<(ushort, ushort)>(drawn =>
    {
        SessionCounts counts = new() { ApprovedEducationalActivity = drawn.Item1, Unauthorised = drawn.Item2 };
        decimal possible = drawn.Item1 + drawn.Item2;
        return possible == 0
            ? !counts.IsPersistentlyAbsent && !counts.IsSeverelyAbsent && !counts.IsChronicallyAbsent
            : counts.IsPersistentlyAbsent == drawn.Item2 / possible >= 0.1m
                && counts.IsSeverelyAbsent == drawn.Item2 / possible >= 0.5m
                && counts.IsChronicallyAbsent == drawn.Item1 / possible < 0.5m;
    });

    [Fact]
    public void Thresholds_OfANation_DoNotOverflow() => Holds.ForAll<(uint, uint)>(drawn =>
    {
        SessionCounts counts = new() { Attending = drawn.Item1 * 1000L, Unauthorised = drawn.Item2 * 1000L };
        BigInteger possible = new BigInteger(drawn.Item1) + drawn.Item2;
        return counts.IsPersistentlyAbsent == (possible > 0 && new BigInteger(drawn.Item2) * 10 >= possible)
            && counts.IsChronicallyAbsent == new BigInteger(drawn.Item1) * 2 < possible;
    });

    [Fact]
    public void Chronic_AnyCounts_IsSevereAndSevereIsPersistent() => Holds.ForAll<byte[]>(any =>
    {
        SessionCounts counts = AttendanceStrip.Count(Strips.Of(any));
        return (!counts.IsChronicallyAbsent || counts.IsSeverelyAbsent) && (!counts.IsSeverelyAbsent || counts.IsPersistentlyAbsent);
    });

    [Fact]
    public void Rates_NothingPossible_AreNull()
    {
        SessionCounts counts = AttendanceStrip.Count(Strips.Of("D X Y4 # Z"));
        counts.Marked.ShouldBe(5);
        (counts.AttendanceRate, counts.AbsenceRate, counts.LateRate).ShouldBe((null, null, null));
    }

    [Fact]
    public void Rates_OfSessions_AreOfThePossibleOnes()
    {
        SessionCounts counts = AttendanceStrip.Count(Strips.Of("/ L V J1 I U D -"));
        (counts.Attended, counts.Absent, counts.Possible, counts.Marked, counts.Late).ShouldBe((3, 3, 6, 7, 2));
        (counts.AttendanceRate, counts.AbsenceRate).ShouldBe((50, 50));
        (counts.AuthorisedAbsenceRate, counts.UnauthorisedAbsenceRate).ShouldBe((2d / 6 * 100, 1d / 6 * 100));
    }
}
