using IntegrationHub.City.Streaming;
using IntegrationHub.Domain.Published;

namespace IntegrationHub.City.Dfe;

/// <summary>
/// One authority's published day, to be lived again: invented schools and pupils whose marks add up to the Department's figures.
/// </summary>
public sealed class DfeDay
{
    private DfeDay(DateOnly date, IReadOnlyList<PublishedRow> phases, PublishedRow? total)
    {
        Date = date;
        Phases = phases;
        Total = total;
    }

    /// <summary>The authority's three digits.</summary>
    public string LaCode => Phases[0].LaCode;

    /// <summary>The authority's name.</summary>
    public string LaName => Phases[0].AreaName;

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>The rows of the phases, in the order of the file.</summary>
    public IReadOnlyList<PublishedRow> Phases { get; }

    /// <summary>The row of all phases together. Null when not all of them were asked for: nothing is to be compared with it then.</summary>
    public PublishedRow? Total { get; }

    /// <summary>Finds a day in the file's rows.</summary>
    /// <remarks>
    /// A phase that rests on a single school is suppressed, while the total often is not. What the total leaves over is that one school's
    /// attendance; the Department withholds it, and it is not worked out here either. Name the other phases to live the day without it.
    /// </remarks>
    /// <param name="rows">The rows of a daily file.</param>
    /// <param name="laCode">The authority's three digits.</param>
    /// <param name="date">The day.</param>
    /// <param name="phases">Which phases; null or none for all that the authority has.</param>
    /// <exception cref="DfeException">There is no such row, or a phase asked for is suppressed.</exception>
    public static DfeDay Find(IEnumerable<PublishedRow> rows, string laCode, DateOnly date, IReadOnlyCollection<string>? phases = null)
    {
        PublishedRow[] own = [.. rows.Where(row => row.LaCode == laCode && row.LaCode.Length > 0)];
        if (own.Length == 0)
            throw new DfeException($"The file has no authority {laCode}.");

        PublishedRow[] all = [.. own.Where(row => DayOf(row) == date)];
        if (all.Length == 0)
            throw new DfeException($"The file has no {date:yyyy-MM-dd} for {own[0].AreaName} ({laCode}); it has {DaysOf(own)}.");

        PublishedRow[] every = [.. all.Where(row => row.Phase != PublishedRow.TotalPhase)];
        PublishedRow[] asked = phases is null or { Count: 0 } ? every : [.. phases.Select(phase => FindPhase(every, phase))];
        foreach (PublishedRow row in asked.Where(row => row.IsSuppressed))
            throw new DfeException(Suppressed(row, date, asked.Any(other => !other.IsSuppressed)));

        return new DfeDay(date, asked, asked.Length == every.Length ? all.SingleOrDefault(row => row.Phase == PublishedRow.TotalPhase && !row.IsSuppressed) : null);
    }

    /// <summary>Everything that is to be sent to a hub.</summary>
    public CityLoad ToLoad() => new DfeTown(this).ToLoad();

    private static DateOnly? DayOf(PublishedRow row) => row.Period is { Kind: PublishedPeriodKind.Day } day ? day.From : null;

    private static string DaysOf(PublishedRow[] rows) =>
        rows.Min(DayOf) is { } first ? $"{first:yyyy-MM-dd} to {rows.Max(DayOf):yyyy-MM-dd}" : "no single days";

    private static PublishedRow FindPhase(PublishedRow[] rows, string phase) =>
        Array.Find(rows, row => string.Equals(row.Phase, phase, StringComparison.OrdinalIgnoreCase))
        ?? throw new DfeException($"{rows[0].AreaName} ({rows[0].LaCode}) has no phase {phase}; it has {string.Join(", ", rows.Select(row => row.Phase))}.");

    private static string Suppressed(PublishedRow row, DateOnly date, bool others)
    {
        string message = $"{row.Phase} of {row.AreaName} ({row.LaCode}) on {date:yyyy-MM-dd} is suppressed ('c'): it rests on too few schools to be published.";
        return others ? $"{message} Ask for the other phases by name." : message;
    }
}
