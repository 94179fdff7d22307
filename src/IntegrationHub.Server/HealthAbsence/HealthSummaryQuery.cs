using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Illness and medical sessions in a window.</summary>
/// <param name="Rows">Groups with a possible session, in order.</param>
internal sealed record HealthSummary(
    AttendanceWindow Window, IReadOnlyList<(HealthGroup Group, HealthTally Tally)> Rows, HealthTally Total, Freshness Freshness);

/// <summary>Adds up illness and medical sessions over every enrolment, school by school, in one pass.</summary>
internal sealed class HealthSummaryQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, HealthGrouping grouping)
{
    private readonly SortedDictionary<HealthGroup, HealthTally> _groups = [];
    private readonly HealthTally _total = new();

    /// <param name="school">The school's DfE number; null: all.</param>
    /// <returns>Null: there is no such school.</returns>
    public async Task<HealthSummary?> ReadAsync(AttendanceWindow window, int? school, DateTime asOfTime, CancellationToken cancellationToken)
    {
        var fresh = new List<SchoolFreshness>();
        await foreach (var read in new AttendanceSurvey(store, snapshot, authority, window).ReadSchoolsAsync(school, cancellationToken))
        {
            fresh.Add(read.Freshness);
            foreach (var enrolment in read.Enrolments)
                Add(enrolment);
        }
        if (school is not null && fresh.Count == 0)
            return null;
        return new(window, [.. _groups.Select(x => (x.Key, x.Value))], _total, new(snapshot.Position, asOfTime, fresh));
    }

    private void Add(SurveyedEnrolment enrolment)
    {
        var all = HealthSessions.Of(enrolment.Marks);
        if (all.Possible == 0)
            return;
        _total.Add(all, enrolment.Facts.Stay.Laestab);
        var group = HealthGroup.Of(grouping, enrolment.Facts);
        if (grouping is HealthGrouping.Week or HealthGrouping.SchoolAndWeek)
        {
            foreach (var (monday, sessions) in HealthSessions.ByWeek(enrolment.Marks).Where(x => x.Sessions.Possible > 0))
                TallyOf(group with { Monday = monday }).Add(sessions, enrolment.Facts.Stay.Laestab);
        }
        else
        {
            TallyOf(group).Add(all, enrolment.Facts.Stay.Laestab);
        }
    }

    private HealthTally TallyOf(HealthGroup group)
    {
        if (!_groups.TryGetValue(group, out var tally))
            _groups[group] = tally = new HealthTally();
        return tally;
    }
}
