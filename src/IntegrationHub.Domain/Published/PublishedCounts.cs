using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>Sessions counted by anyone, under the names of the published measures: what a published row is held against.</summary>
/// <param name="Sessions">By code.</param>
/// <param name="Measures">Each measure as the counter says it, right or wrong.</param>
public sealed record PublishedCounts(CodeCounts Sessions, IReadOnlyDictionary<PublishedMeasure, long> Measures)
{
    /// <summary>The measures that the domain's own rules make of sessions by code.</summary>
    public static PublishedCounts Of(CodeCounts sessions) =>
        new(sessions, Enum.GetValues<PublishedMeasure>().ToDictionary(measure => measure, measure => PublishedMeasures.Of(sessions, measure)));

    public static PublishedCounts operator +(PublishedCounts left, PublishedCounts right) => new(
        left.Sessions + right.Sessions,
        left.Measures.Keys.Union(right.Measures.Keys)
            .ToDictionary(measure => measure, measure => left.Measures.GetValueOrDefault(measure) + right.Measures.GetValueOrDefault(measure)));

    /// <summary>The sessions that a column of sessions, a measure or a rate counts.</summary>
    public long Of(PublishedColumn column) => column switch
    {
        { Measure: { } measure } => Measures[measure],
        { Code: { } code } => Sessions[code],
        _ => throw new ArgumentException($"{column.Name} counts no sessions.", nameof(column)),
    };
}
