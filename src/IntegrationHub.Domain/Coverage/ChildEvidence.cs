using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Coverage;

/// <summary>All that the reconciliation looks at for one child on a roll.</summary>
public sealed record ChildEvidence
{
    public required long PupilId { get; init; }

    /// <summary>The school of the main enrolment, under which the child is listed.</summary>
    public required Laestab MainSchool { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    /// <summary>Reception is 0 and nursery negative; null when the roll does not say.</summary>
    public int? YearGroup { get; init; }

    public bool HasEhcp { get; init; }

    /// <summary>True for a child whose records few may see.</summary>
    public bool Restricted { get; init; }

    /// <summary>False for a child on a roll here whose home is in another authority.</summary>
    public bool IsOfHomeAuthority { get; init; } = true;

    /// <summary>All enrolments in the window, merged.</summary>
    public required ChildAttendance Attendance { get; init; }

    /// <summary>What the sources say. Needed for a chronically absent child only.</summary>
    public CombinedAnswer? Answer { get; init; }
}
