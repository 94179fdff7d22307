namespace IntegrationHub.Domain.Attendance;

/// <summary>Adds up sessions by code, strip after strip, without making anything new for each: the tally that statistics keep.</summary>
/// <remarks>
/// Only codes come out: "not marked" and "mark withdrawn" are in no count. A byte that no code has is damage, as in <see
/// cref="AttendanceStrip"/>, and throws when what was counted is asked for or added to another.
/// </remarks>
public sealed class CodeHistogram
{
    private static readonly int Late = AttendanceCode.Parse("L").Index;
    private static readonly int LateAfterClosing = AttendanceCode.Parse("U").Index;

    private readonly long[] _sessions = new long[256];

    /// <summary>True when any session had a code of whatever category.</summary>
    public bool HasMarks => _sessions.AsSpan(1, CodeIndex.Count).ContainsAnyExcept(0L);

    /// <summary>Counts every session of a strip, or of part of one.</summary>
    public void Add(ReadOnlySpan<byte> strip)
    {
        long[] sessions = _sessions;
        foreach (byte index in strip)
            sessions[index]++;
    }

    /// <summary>Adds what another has counted.</summary>
    public void Add(CodeHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.ThrowIfDamaged();
        for (int index = 1; index <= CodeIndex.Count; index++)
            _sessions[index] += other._sessions[index];
    }

    /// <summary>Begins again from nought.</summary>
    public void Clear() => Array.Clear(_sessions);

    /// <summary>The sessions by code so far.</summary>
    public CodeCounts ToCodeCounts()
    {
        ThrowIfDamaged();
        return CodeCounts.Of(AttendanceCode.All.Select(code => KeyValuePair.Create(code, _sessions[code.Index])));
    }

    /// <summary>The sessions by category so far.</summary>
    public SessionCounts ToSessionCounts()
    {
        ThrowIfDamaged();
        Span<long> categories = stackalloc long[(int)AttendanceCategory.Administrative + 1];
        for (int index = 1; index <= CodeIndex.Count; index++)
            categories[(int)CodeIndex.Categories[index]] += _sessions[index];
        return new SessionCounts
        {
            Attending = categories[(int)AttendanceCategory.Attending],
            ApprovedEducationalActivity = categories[(int)AttendanceCategory.ApprovedEducationalActivity],
            Authorised = categories[(int)AttendanceCategory.Authorised],
            Unauthorised = categories[(int)AttendanceCategory.Unauthorised],
            NotPossible = categories[(int)AttendanceCategory.NotPossible],
            Administrative = categories[(int)AttendanceCategory.Administrative],
            Late = _sessions[Late] + _sessions[LateAfterClosing],
        };
    }

    private void ThrowIfDamaged()
    {
        if (_sessions.AsSpan(CodeIndex.Count + 1, AttendanceCode.WithdrawnIndex - CodeIndex.Count - 1).ContainsAnyExcept(0L))
            throw new InvalidDataException("The strip holds a byte that is no attendance code.");
    }
}
