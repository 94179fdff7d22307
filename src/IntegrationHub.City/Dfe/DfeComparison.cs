using System.Globalization;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;

namespace IntegrationHub.City.Dfe;

/// <summary>The Department's figures of a day beside a hub's that took in the same marks.</summary>
public sealed class DfeComparison
{
    private const string AttendanceRate = "attendance_perc";

    private readonly List<DfeFigure> _figures = [];

    private DfeComparison()
    {
    }

    /// <summary>Every figure, phase by phase, in the order of the file.</summary>
    public IReadOnlyList<DfeFigure> Figures => _figures;

    /// <summary>Those that do not agree; empty when the hub counts as the Department does.</summary>
    public IReadOnlyList<DfeFigure> Differences => [.. _figures.Where(figure => !figure.Agrees)];

    /// <summary>Compares the rows of a summary by phase with a day. The hub's total is the sum of its phases.</summary>
    public static DfeComparison Of(DfeDay day, IEnumerable<AttendanceSummary> byPhase)
    {
        ArgumentNullException.ThrowIfNull(day);
        Dictionary<string, AttendanceSummary> hub = byPhase.ToDictionary(row => row.Group);
        Dictionary<string, PublishedCounts> counts = hub.ToDictionary(pair => pair.Key, pair => DfeHubCounts.Of(pair.Value));
        DfeComparison comparison = new();
        foreach (PublishedRow row in day.Phases)
        {
            comparison.Add(row, counts.GetValueOrDefault(row.Phase) ?? DfeHubCounts.Nothing);
            if (hub.TryGetValue(row.Phase, out AttendanceSummary? summary) && summary.Measures.HasAttendancePercent)
                comparison.AddRateOfHub(row, summary.Measures.AttendancePercent);
        }

        if (day.Total is { } total)
            comparison.Add(total, counts.Values.Aggregate(DfeHubCounts.Nothing, (one, other) => one + other));

        foreach (string stray in counts.Keys.Except(day.Phases.Select(row => row.Phase)))
        {
            long possible = counts[stray].Measures[PublishedMeasure.PossibleSessions];
            comparison._figures.Add(new DfeFigure(stray, "possible_sessions", "no such row", $"{possible}", Agrees: false));
        }

        return comparison;
    }

    /// <summary>Compares one row with sessions counted by code, without a hub.</summary>
    public static DfeComparison Of(PublishedRow row, CodeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(row);
        DfeComparison comparison = new();
        comparison.Add(row, PublishedCounts.Of(counts));
        return comparison;
    }

    private void Add(PublishedRow row, PublishedCounts hub)
    {
        foreach (PublishedFigure figure in PublishedComparison.Of(row, hub))
            _figures.Add(new DfeFigure(row.Phase, figure.Column, figure.Published, figure.Counted, figure.Agrees));
    }

    private void AddRateOfHub(PublishedRow row, double rate) => _figures.Add(new DfeFigure(
        row.Phase,
        AttendanceRate,
        row[AttendanceRate],
        rate.ToString("G15", CultureInfo.InvariantCulture),
        PublishedRate.IsWrittenAs(rate, row[AttendanceRate])));
}
