using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>What of a pupil's marks is told.</summary>
/// <param name="School">Only what the school with this DfE number said; null: every school.</param>
/// <param name="WithUnchanged">Whether sessions too of which only one thing was ever said.</param>
internal sealed record HistoryScope(AttendanceWindow Window, int? School, bool WithUnchanged);

/// <summary>How one pupil's marks in a window came to be what they are.</summary>
internal sealed record PupilMarkHistory(
    long PupilId, AttendanceWindow Window, IReadOnlyList<SessionHistory> Sessions, Freshness Freshness);

/// <summary>What one school has said of one session, as it was received.</summary>
internal sealed record SessionHistory(int SessionNumber, int Laestab, IReadOnlyList<MarkEntry> Entries);
