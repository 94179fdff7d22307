using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Server.Attendance;

/// <summary>Adds up sessions over every enrolment of the authority's schools, as published figures do.</summary>
internal sealed class SummaryQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, DateTime asOfTime)
{
    public async Task<AttendanceSummary> ReadAsync(AttendanceWindow window, SummaryGrouping grouping, CancellationToken cancellationToken)
    {
        var groups = new SortedDictionary<string, SummaryTally>(StringComparer.Ordinal);
        var fresh = new List<SchoolFreshness>();
        if (grouping == SummaryGrouping.Total)
            groups["Total"] = new SummaryTally();
        var survey = new AttendanceSurvey(store, snapshot, authority, window);
        await foreach (var school in survey.ReadSchoolsAsync(null, cancellationToken))
        {
            fresh.Add(school.Freshness);
            var group = GroupOf(school.School, grouping);
            if (!groups.TryGetValue(group, out var tally))
                groups[group] = tally = new SummaryTally();
            tally.AddSchool(school);
        }
        return new(
            window, [.. groups.Select(x => x.Value.ToRow(x.Key))],
            new(snapshot.Position, asOfTime, grouping == SummaryGrouping.School ? fresh : []));
    }

    private static string GroupOf(SchoolRow school, SummaryGrouping grouping) => grouping switch
    {
        SummaryGrouping.School => new Laestab(school.Laestab).ToString(),
        SummaryGrouping.Phase => school.Phase,
        _ => "Total",
    };
}

/// <summary>Adds up one group of a summary.</summary>
internal sealed class SummaryTally
{
    private readonly long[] _sessions = new long[256];
    private int _schools;
    private int _enrolments;

    public void AddSchool(SurveyedSchool school)
    {
        var marked = school.Enrolments.Count(x => x.Marks.AddTo(_sessions));
        _enrolments += marked;
        _schools += marked > 0 ? 1 : 0;
    }

    public SummaryRow ToRow(string group) => new(
        group, _schools, _enrolments, CodeCounts.Of(AttendanceCode.All.Select(code => KeyValuePair.Create(code, _sessions[code.Index]))));
}
