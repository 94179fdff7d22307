using IntegrationHub.Domain.Published;

namespace IntegrationHub.Domain.Tests.Published;

/// <summary>
/// Everything that is wrong with a published file, in words: columns nobody knows, and figures that its own sessions do not give.
/// </summary>
internal sealed class PublishedAudit
{
    // No sum of sessions gives a share of enrolments; only the two counts of them do, in the files that have both.
    private const string LeftOut = "pa_perc";

    private PublishedAudit(PublishedFile file)
    {
        PublishedRow[] shown = [.. file.Rows.Where(row => !row.IsSuppressed)];
        Shown = shown.Length;
        Suppressed = file.Rows.Count - shown.Length;
        Figures = shown.Sum(row => PublishedComparison.Of(row, PublishedCounts.Of(row.Sessions)).Count());
        Faults =
        [
            .. file.UnknownColumns.Select(column => $"column {column.Name} is not known"),
            .. shown.SelectMany(row => PublishedComparison.Recount(row).Select(figure => $"{row.AreaName} {row.Phase} {row.Period?.From:yyyy-MM-dd}: {figure}")),
            .. NotCompared(file, shown).Where(name => name != LeftOut).Select(name => $"column {name} was compared with nothing"),
        ];
    }

    public int Shown { get; }

    public int Suppressed { get; }

    public int Figures { get; }

    public IReadOnlyList<string> Faults { get; }

    public static PublishedAudit Of(PublishedFile file) => new(file);

    public static PublishedAudit Of(string text) => new(PublishedFile.Read(new StringReader(text)));

    // Every rate, and every column of sessions, must have been held against something in every row.
    private static IEnumerable<string> NotCompared(PublishedFile file, PublishedRow[] shown)
    {
        IEnumerable<string> derived = file.Columns
            .Where(column => column.Kind != PublishedColumnKind.Describing && column.Kind != PublishedColumnKind.Unknown)
            .Select(column => column.Name);
        HashSet<string> compared = [.. derived];
        foreach (PublishedRow row in shown)
            compared.IntersectWith(PublishedComparison.Of(row, PublishedCounts.Of(row.Sessions)).Select(figure => figure.Column));
        return derived.Except(compared);
    }
}
