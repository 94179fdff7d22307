using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>One pupil's attendance in a window.</summary>
internal sealed record PupilAttendance
{
    public required long PupilId { get; init; }

    public required AttendanceWindow Window { get; init; }

    /// <summary>Enrolments merged session by session.</summary>
    public required ChildAttendance Child { get; init; }

    public required IReadOnlyList<EnrolmentAttendance> Enrolments { get; init; }

    /// <summary>Each marked session, oldest first. Empty when not asked for.</summary>
    public required IReadOnlyList<MarkedSession> Sessions { get; init; }

    public required Freshness Freshness { get; init; }
}

/// <summary>One enrolment's attendance, counted within its dates.</summary>
internal sealed record EnrolmentAttendance(int Laestab, string SchoolName, DateOnly EntryDate, DateOnly? LeavingDate, SessionCounts Counts);

/// <summary>One marked session.</summary>
/// <param name="Detail">What the mark carries beside its code; null: nothing.</param>
internal sealed record MarkedSession(DateOnly Date, SchoolSession Session, AttendanceCode Code, int Laestab, MarkDetail? Detail);
