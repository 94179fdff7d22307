using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>Some codes, to be asked for by the byte.</summary>
internal sealed class CodeSet
{
    private readonly bool[] _has = new bool[256];

    private CodeSet(Func<AttendanceCode, bool> isIn)
    {
        Indices = [.. AttendanceCode.All.Where(isIn).Select(code => code.Index)];
        foreach (byte index in Indices)
            _has[index] = true;
    }

    public static CodeSet Possible { get; } = new(code => code.IsPossible);

    public static CodeSet Attended { get; } = new(code => code.IsAttended);

    public static CodeSet Absent { get; } = new(code => code.IsPossible && !code.IsAttended);

    /// <summary>G, N, O and U.</summary>
    public static CodeSet Unauthorised { get; } = new(code => code.Category == AttendanceCategory.Unauthorised);

    /// <summary>Absence for which no reason is known, or none that the school accepts: N, and the O that it becomes.</summary>
    public static CodeSet Unexplained { get; } = Of("N", "O");

    public static CodeSet Illness { get; } = Of("I");

    public static CodeSet Suspension { get; } = Of("E");

    public static CodeSet PartTime { get; } = Of("C2");

    public byte[] Indices { get; }

    public bool Contains(byte code) => _has[code];

    private static CodeSet Of(params string[] codes) => new(code => codes.Contains(code.Value));
}
