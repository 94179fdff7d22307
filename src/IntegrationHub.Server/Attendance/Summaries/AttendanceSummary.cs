using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Sessions of the authority's schools in a window, by group.</summary>
internal sealed record AttendanceSummary(SummaryRequest Request, AttendanceWindow Window, IReadOnlyList<SummaryRow> Rows, Freshness Freshness);

/// <summary>One group of a summary.</summary>
internal sealed record SummaryRow
{
    public required string Group { get; init; }

    /// <summary>Empty: there is no second grouping.</summary>
    public required string SecondGroup { get; init; }

    /// <summary>Schools with at least one marked session.</summary>
    public required int Schools { get; init; }

    /// <summary>The enrolments, or children, that the basis counts.</summary>
    public required int Counted { get; init; }

    /// <summary>Those with a possible session.</summary>
    public required int Possible { get; init; }

    /// <summary>Pooled sums.</summary>
    public required CodeCounts Sessions { get; init; }

    public required SummaryCohort Persistent { get; init; }

    public required SummaryCohort Severe { get; init; }

    public required SummaryCohort Chronic { get; init; }

    /// <summary>Nothing of the row may be shown.</summary>
    public bool IsWithheld { get; init; }
}

/// <summary>How many of a row are absent so much.</summary>
/// <param name="IsWithheld">They may not be shown.</param>
internal readonly record struct SummaryCohort(int Count, bool IsWithheld = false);
