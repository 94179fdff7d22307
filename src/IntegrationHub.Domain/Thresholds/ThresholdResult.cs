namespace IntegrationHub.Domain.Thresholds;

/// <summary>What one threshold says of one child on the as-of date.</summary>
/// <remarks>
/// A day is judged at its end, by the marks up to it. <see cref="FirstMetDate"/> looks at the days of the academic year, though the window
/// may have moved on; where the spell that stands began before them it is the day on which that began, so that it never comes after
/// <see cref="MetSinceDate"/>. A threshold met in October and no longer has the one without the other. Both follow from the marks as they
/// are known, so a correction moves them.
/// </remarks>
public readonly record struct ThresholdResult
{
    public required ThresholdDefinition Threshold { get; init; }

    public required ThresholdStatus Status { get; init; }

    /// <summary>The first day of the academic year on which it was met. Null: on none.</summary>
    public DateOnly? FirstMetDate { get; init; }

    /// <summary>The day from which it has been met without a break. Null: it is not met.</summary>
    public DateOnly? MetSinceDate { get; init; }

    /// <summary>The first day that the counts are of; for a run of days, the first of the run.</summary>
    public DateOnly WindowStart { get; init; }

    /// <summary>How many there are of what it counts, in its unit: sessions, days or weeks; of a rate, sessions absent.</summary>
    public int Counted { get; init; }

    public int PossibleSessions { get; init; }

    public int AttendedSessions { get; init; }

    /// <summary>Sessions with the codes G, N, O and U.</summary>
    public int UnauthorisedSessions { get; init; }

    /// <summary>
    /// The sessions that prove it, as <see cref="Attendance.SessionNumber"/> numbers them, earliest first: those counted, or of a rate those
    /// absent. Empty where it is not met.
    /// </summary>
    public ReadOnlyMemory<int> ProvingSessions { get; init; }
}
