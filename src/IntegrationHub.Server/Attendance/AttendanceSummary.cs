using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>How a summary is grouped.</summary>
internal enum SummaryGrouping
{
    Total = 0,
    Phase,
    School,
}

/// <summary>Sessions of the authority's schools in a window, per enrolment, by group.</summary>
internal sealed record AttendanceSummary(AttendanceWindow Window, IReadOnlyList<SummaryRow> Rows, Freshness Freshness);

/// <summary>One group of a summary.</summary>
/// <param name="Group">The phase, the school's number, or "Total".</param>
/// <param name="Schools">Schools with at least one marked session.</param>
/// <param name="Enrolments">Enrolments with at least one marked session.</param>
/// <param name="Sessions">Pooled sums.</param>
internal sealed record SummaryRow(string Group, int Schools, int Enrolments, CodeCounts Sessions);
