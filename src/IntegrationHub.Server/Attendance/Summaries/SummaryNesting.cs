namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Groupings of which one is made of another: whether a child has an EHCP follows from the child's SEN provision.</summary>
/// <remarks>
/// A summary by the coarser one is the finer one added up, so what may be shown of either is decided over both, whichever is asked for.
/// </remarks>
internal static class SummaryNesting
{
    /// <summary>The grouping that decides.</summary>
    public static SummaryGrouping FinestOf(SummaryGrouping grouping) => grouping == SummaryGrouping.Ehcp ? SummaryGrouping.SenProvision : grouping;

    /// <summary>What several groups of the finest grouping are together in the coarser one; null for a group that is the same in both.</summary>
    public static string? SubtotalOf(SummaryGrouping finest, string group) =>
        finest == SummaryGrouping.SenProvision && group is ("SUPPORT" or "NONE") ? "NO" : null;

    /// <summary>What a group of the finest grouping is called in the one that is asked for.</summary>
    public static string NameIn(SummaryGrouping asked, string group) => asked == SummaryGrouping.Ehcp
        ? SubtotalOf(SummaryGrouping.SenProvision, group) ?? (group == "EHCP" ? "YES" : group)
        : group;

    /// <summary>The other way round: a group of the finest grouping, or the subtotal.</summary>
    public static string PlaceOf(SummaryGrouping asked, string name) => asked == SummaryGrouping.Ehcp && name == "YES" ? "EHCP" : name;
}
