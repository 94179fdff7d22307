namespace IntegrationHub.Domain.Attendance;

/// <summary>Sessions by category, for one enrolment, one child or a whole authority, with the Department's measures over them.</summary>
/// <remarks>
/// <para>
/// Possible is attended plus absent; attended is attending (a late arrival before the register closed included) plus approved educational
/// activity. Late (codes L and U) is counted beside the categories, not as one of them: L is attended and U is absent.
/// </para>
/// <para>
/// Rates are of pooled sums, a / b × 100, and null where no session was possible: nobody is at 0 % because nothing was due. Thresholds are
/// whole-number comparisons, so that no rounding decides about a child. Exactly 10 % absent is persistent and exactly 50 % absent is
/// severe, as the Department's definitions say ("10 % or more", "50 % or more"). Portsmouth's chronic absence is attendance <em>below</em>
/// 50 %, so exactly 50 % attended is severe and not chronic. Where nothing was possible a child is in none of the three.
/// </para>
/// </remarks>
public readonly record struct SessionCounts
{
    /// <summary>Codes /, \ and L.</summary>
    public long Attending { get; init; }

    /// <summary>Codes B, J, K, P, V and W: attended, elsewhere.</summary>
    public long ApprovedEducationalActivity { get; init; }

    /// <summary>Absent with leave or a reason the regulations accept.</summary>
    public long Authorised { get; init; }

    /// <summary>Codes G, N, O and U.</summary>
    public long Unauthorised { get; init; }

    /// <summary>Codes D, X, Q, Y and Y1 to Y7: marked, and outside possible.</summary>
    public long NotPossible { get; init; }

    /// <summary>Codes Z and #: marked, and outside possible.</summary>
    public long Administrative { get; init; }

    /// <summary>Codes L and U together. L is also in <see cref="Attending"/>, U also in <see cref="Unauthorised"/>.</summary>
    public long Late { get; init; }

    public long Attended => Attending + ApprovedEducationalActivity;

    public long Absent => Authorised + Unauthorised;

    public long Possible => Attended + Absent;

    /// <summary>Every session with a mark of any kind. Zero means that nothing is known, not that a child was away.</summary>
    public long Marked => Possible + NotPossible + Administrative;

    public double? AttendanceRate => Rate(Attended);

    public double? AbsenceRate => Rate(Absent);

    public double? AuthorisedAbsenceRate => Rate(Authorised);

    public double? UnauthorisedAbsenceRate => Rate(Unauthorised);

    public double? LateRate => Rate(Late);

    /// <summary>Absent for 10 % or more of the possible sessions. Severe absence is part of it.</summary>
    public bool IsPersistentlyAbsent => Possible > 0 && 10 * Absent >= Possible;

    /// <summary>Absent for 50 % or more of the possible sessions.</summary>
    public bool IsSeverelyAbsent => Possible > 0 && 2 * Absent >= Possible;

    /// <summary>Attended fewer than half of the possible sessions.</summary>
    public bool IsChronicallyAbsent => Possible > 0 && 2 * Attended < Possible;

    public static SessionCounts operator +(SessionCounts left, SessionCounts right) => new()
    {
        Attending = left.Attending + right.Attending,
        ApprovedEducationalActivity = left.ApprovedEducationalActivity + right.ApprovedEducationalActivity,
        Authorised = left.Authorised + right.Authorised,
        Unauthorised = left.Unauthorised + right.Unauthorised,
        NotPossible = left.NotPossible + right.NotPossible,
        Administrative = left.Administrative + right.Administrative,
        Late = left.Late + right.Late,
    };

    private double? Rate(long sessions) => Possible == 0 ? null : PublishedRate.Of(sessions, Possible);
}
