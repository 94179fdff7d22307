using System.Collections.Immutable;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Coverage;

/// <summary>What the reconciliation found of one child; the row every summary is added up from.</summary>
public sealed record ChildResult
{
    public required long PupilId { get; init; }

    public required Laestab MainSchool { get; init; }

    /// <summary>Reception is 0 and nursery negative; null when the roll does not say.</summary>
    public int? YearGroup { get; init; }

    public bool HasEhcp { get; init; }

    public bool Restricted { get; init; }

    /// <summary>False for a child on a roll here whose home is in another authority.</summary>
    public bool IsOfHomeAuthority { get; init; } = true;

    /// <summary>Sessions of all enrolments in the window, each counted once.</summary>
    public required SessionCounts Counts { get; init; }

    /// <summary>Sessions that two schools both claim.</summary>
    public int ConflictingSessions { get; init; }

    public required AttendanceStanding Standing { get; init; }

    /// <summary>The class of a chronically absent child; null for any other.</summary>
    public CoverageClass? Class { get; init; }

    /// <summary>
    /// The combined answer on the lead of a chronically absent child; null for any other, and for a restricted child, of whom the row tells
    /// nothing.
    /// </summary>
    public LeadAnswerKind? Lead { get; init; }

    /// <summary>The combined answer on the plan of a chronically absent child; null for any other, and for a restricted child.</summary>
    public PlanAnswerKind? Plan { get; init; }

    public ImmutableSortedSet<FlagKind> Flags { get; init; } = [];

    public bool IsChronicallyAbsent => Standing == AttendanceStanding.ChronicallyAbsent;

    /// <summary>Chronically absent, and not at school once in the window.</summary>
    public bool IsNotInSchoolAtAll => IsChronicallyAbsent && Counts.Attended == 0;
}
