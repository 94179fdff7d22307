using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>How one pupil's marks in a window came to be what they are.</summary>
internal sealed record PupilMarkHistory(
    long PupilId, AttendanceWindow Window, IReadOnlyList<SessionHistory> Sessions, Freshness Freshness);

/// <summary>What one school has said of one session, as it was received.</summary>
internal sealed record SessionHistory(int SessionNumber, int Laestab, IReadOnlyList<MarkEntry> Entries);
