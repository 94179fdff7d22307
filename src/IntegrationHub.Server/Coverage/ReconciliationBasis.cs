using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Casework;
using IntegrationHub.Server.Schools;

namespace IntegrationHub.Server.Coverage;

/// <summary>What a run rests on. Together with the journal up to the position it determines every finding.</summary>
internal sealed record ReconciliationBasis
{
    public required string Authority { get; init; }

    public required long Position { get; init; }

    public required DateOnly AsOf { get; init; }

    public required AttendanceWindow Window { get; init; }

    public required ReconciliationSettings Settings { get; init; }

    public required ThresholdSettings Thresholds { get; init; }

    public required SchoolCalendars Calendars { get; init; }

    public required IReadOnlyList<SourceState> Sources { get; init; }

    /// <summary>Names of schools by number.</summary>
    public required IReadOnlyDictionary<int, string> SchoolNames { get; init; }
}
