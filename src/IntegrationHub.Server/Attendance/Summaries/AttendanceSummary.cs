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

    /// <summary>Schools with at least one marked session, by DfE number.</summary>
    public required IReadOnlySet<int> Schools { get; init; }

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

    /// <summary>Two groups of different children as one.</summary>
    public static SummaryRow operator +(SummaryRow left, SummaryRow right) => left with
    {
        Schools = left.Schools.Union(right.Schools).ToHashSet(),
        Counted = left.Counted + right.Counted,
        Possible = left.Possible + right.Possible,
        Sessions = left.Sessions + right.Sessions,
        Persistent = new(left.Persistent.Count + right.Persistent.Count),
        Severe = new(left.Severe.Count + right.Severe.Count),
        Chronic = new(left.Chronic.Count + right.Chronic.Count),
    };
}

/// <summary>How many of a row are absent so much.</summary>
/// <param name="IsWithheld">They may not be shown.</param>
internal readonly record struct SummaryCohort(int Count, bool IsWithheld = false);
