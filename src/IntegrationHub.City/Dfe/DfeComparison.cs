using System.Globalization;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Dfe;

/// <summary>The Department's figures of a day beside a hub's that took in the same marks.</summary>
public sealed class DfeComparison
{
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
        Dictionary<string, DfeHubCounts> hub = byPhase.ToDictionary(row => row.Group, DfeHubCounts.Of);
        DfeComparison comparison = new();
        foreach (DfeRow row in day.Phases)
            comparison.Add(row, hub.GetValueOrDefault(row.Phase) ?? DfeHubCounts.Nothing);
        if (day.Total is { } total)
            comparison.Add(total, hub.Values.Aggregate(DfeHubCounts.Nothing, (one, other) => one + other));

        foreach (string stray in hub.Keys.Except(day.Phases.Select(row => row.Phase)))
            comparison._figures.Add(new DfeFigure(stray, "possible_sessions", "no such row", Text(hub[stray].Measures["possible_sessions"]), Agrees: false));
        return comparison;
    }

    /// <summary>Compares one row with sessions counted by code, without a hub.</summary>
    public static DfeComparison Of(DfeRow row, CodeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(row);
        DfeComparison comparison = new();
        comparison.Add(row, DfeHubCounts.Of(counts));
        return comparison;
    }

    private void Add(DfeRow row, DfeHubCounts hub)
    {
        foreach (string measure in DfeColumns.Measures)
            AddSessions(row.Phase, measure, row.Measures[measure], hub.Measures[measure]);
        foreach ((string code, long sessions) in row.Sessions)
            AddSessions(row.Phase, $"code {code}", sessions, hub.Sessions.GetValueOrDefault(code));
        foreach ((string column, string? code) in DfeColumns.Rates)
            AddRate(row, column, code is null ? hub.Measures[DfeHubCounts.MeasureOfRate(column)] : hub.Sessions.GetValueOrDefault(code), hub);
        if (hub.AttendancePercent is { } percent)
            AddRate(row, "attendance_perc", percent);
    }

    private void AddSessions(string phase, string name, long published, long hub) =>
        _figures.Add(new DfeFigure(phase, name, Text(published), Text(hub), published == hub));

    private void AddRate(DfeRow row, string column, long part, DfeHubCounts hub)
    {
        long possible = hub.Measures["possible_sessions"];
        if (possible == 0)
            _figures.Add(new DfeFigure(row.Phase, column, row.Rates[column], "none possible", Agrees: false));
        else
            AddRate(row, column, PublishedRate.Of(part, possible));
    }

    private void AddRate(DfeRow row, string column, double rate) =>
        _figures.Add(new DfeFigure(
            row.Phase, column, row.Rates[column], rate.ToString("G15", CultureInfo.InvariantCulture), PublishedRate.AgreesTo15Digits(rate, row.Rates[column])));

    private static string Text(long sessions) => sessions.ToString(CultureInfo.InvariantCulture);
}
