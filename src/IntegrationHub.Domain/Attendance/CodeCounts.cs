namespace IntegrationHub.Domain.Attendance;

/// <summary>Sessions by code, and the Department's measures made from them.</summary>
/// <remarks>
/// The measures are those of the daily attendance data, whose columns are sums of its reason columns: every reason falls into one category
/// and the categories add up to the measures. Sessions without a mark, and marks withdrawn, are in no count.
/// </remarks>
public sealed class CodeCounts
{
    private readonly long[] _sessions;

    private CodeCounts(long[] sessions) => _sessions = sessions;

    /// <summary>No sessions of any code.</summary>
    public static CodeCounts Empty { get; } = new(new long[CodeIndex.Count + 1]);

    /// <summary>The sessions of a code; zero for "not marked".</summary>
    public long this[AttendanceCode code] => code.IsMark ? _sessions[code.Index] : 0;

    public long PresentSessions => In(AttendanceCategory.Attending);

    public long ApprovedEducationalActivity => In(AttendanceCategory.ApprovedEducationalActivity);

    public long OverallAttendance => PresentSessions + ApprovedEducationalActivity;

    public long AuthorisedAbsence => In(AttendanceCategory.Authorised);

    public long UnauthorisedAbsence => In(AttendanceCategory.Unauthorised);

    public long OverallAbsence => AuthorisedAbsence + UnauthorisedAbsence;

    public long PossibleSessions => OverallAttendance + OverallAbsence;

    /// <summary>Late before and after the register closed.</summary>
    public long LateSessions => this[AttendanceCode.Parse("L")] + this[AttendanceCode.Parse("U")];

    /// <summary>Counts a strip by code. Throws, as <see cref="AttendanceStrip"/> does, on a byte that is no code.</summary>
    public static CodeCounts Of(ReadOnlySpan<byte> strip)
    {
        long[] sessions = new long[CodeIndex.Count + 1];
        foreach (byte index in strip)
        {
            if (!CodeIndex.IsKnown(index))
                throw new InvalidDataException("The strip holds a byte that is no attendance code.");
            if (index is not (AttendanceCode.NotMarkedIndex or AttendanceCode.WithdrawnIndex))
                sessions[index]++;
        }

        return new CodeCounts(sessions);
    }

    /// <summary>Sums given sessions of given codes; a code may come more than once, and "not marked" is passed over.</summary>
    public static CodeCounts Of(IEnumerable<KeyValuePair<AttendanceCode, long>> sessionsByCode)
    {
        long[] sessions = new long[CodeIndex.Count + 1];
        foreach ((AttendanceCode code, long count) in sessionsByCode)
        {
            if (code.IsMark)
                sessions[code.Index] += count;
        }

        return new CodeCounts(sessions);
    }

    public static CodeCounts operator +(CodeCounts left, CodeCounts right) =>
        new([.. left._sessions.Zip(right._sessions, (one, other) => one + other)]);

    /// <summary>The same sessions by category.</summary>
    public SessionCounts ToSessionCounts() => new()
    {
        Attending = PresentSessions,
        ApprovedEducationalActivity = ApprovedEducationalActivity,
        Authorised = AuthorisedAbsence,
        Unauthorised = UnauthorisedAbsence,
        NotPossible = In(AttendanceCategory.NotPossible),
        Administrative = In(AttendanceCategory.Administrative),
        Late = LateSessions,
    };

    private long In(AttendanceCategory category)
    {
        long sum = 0;
        for (int index = 1; index < _sessions.Length; index++)
            sum += CodeIndex.Categories[index] == category ? _sessions[index] : 0;
        return sum;
    }
}
