using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>Sessions counted over some days, four counts in one word so that a child's year is added up at one addition a session.</summary>
/// <remarks>No count can pass 65,535: two years have 1,464 sessions. Sums up to a day may be taken from sums up to a later one.</remarks>
internal readonly struct SessionSums
{
    private const int AttendedShift = 16;
    private const int UnauthorisedShift = 32;
    private const int IllShift = 48;

    private readonly ulong _packed;

    private SessionSums(ulong packed) => _packed = packed;

    public int Possible => (ushort)_packed;

    public int Attended => (ushort)(_packed >> AttendedShift);

    /// <summary>Codes G, N, O and U.</summary>
    public int Unauthorised => (ushort)(_packed >> UnauthorisedShift);

    /// <summary>Code I.</summary>
    public int Ill => (ushort)(_packed >> IllShift);

    public int Absent => Possible - Attended;

    /// <summary>One session of each code, by index.</summary>
    public static SessionSums[] ByCode { get; } = Build();

    public static SessionSums operator +(SessionSums left, SessionSums right) => new(left._packed + right._packed);

    /// <summary>What came to be counted between two sums of one child, the earlier on the right.</summary>
    public static SessionSums operator -(SessionSums left, SessionSums right) => new(left._packed - right._packed);

    private static SessionSums[] Build()
    {
        SessionSums[] byCode = new SessionSums[256];
        foreach (AttendanceCode code in AttendanceCode.All)
        {
            byCode[code.Index] = new SessionSums(
                (code.IsPossible ? 1UL : 0)
                | (code.IsAttended ? 1UL << AttendedShift : 0)
                | (code.Category == AttendanceCategory.Unauthorised ? 1UL << UnauthorisedShift : 0)
                | (code.Value == "I" ? 1UL << IllShift : 0));
        }
        return byCode;
    }
}
