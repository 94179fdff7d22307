using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>
/// Adds up sessions over every enrolment of the authority's schools, as published figures do. One school's strips are in memory at a
/// time, so that a county takes no more of it than its largest school.
/// </summary>
internal sealed class SummaryQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, DateTime asOfTime)
{
    public async Task<AttendanceSummary> ReadAsync(AttendanceWindow window, SummaryGrouping grouping, CancellationToken cancellationToken)
    {
        var ranges = window.SlotRanges.ToArray();
        var groups = new SortedDictionary<string, SummaryTally>(StringComparer.Ordinal);
        var fresh = new List<SchoolFreshness>();
        var schools = await snapshot.Context.Schools.Where(x => x.Authority == authority).OrderBy(x => x.Laestab).ToListAsync(cancellationToken);
        if (grouping == SummaryGrouping.Total)
            groups["Total"] = new SummaryTally();
        foreach (var school in schools)
        {
            var stays = await StaysAsync(school.Laestab, window, cancellationToken);
            var read = await store.ReadAsync(
                snapshot.Context, new SchoolKey(authority, school.Laestab), null, MarksReader.Years(ranges), cancellationToken);
            fresh.Add(MarksReader.FreshnessOf(school.Laestab, read));
            var group = GroupOf(school, grouping);
            if (!groups.TryGetValue(group, out var tally))
                groups[group] = tally = new SummaryTally();
            tally.AddSchool(stays, read.Strips, ranges);
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

    private Task<List<Stay>> StaysAsync(int laestab, AttendanceWindow window, CancellationToken cancellationToken) =>
        MarksReader.Counting(snapshot.Context, authority, window)
            .Where(x => x.Laestab == laestab)
            .Select(x => new Stay(x.EnrolmentId, x.Laestab, x.EntryDate, x.LeavingDate))
            .ToListAsync(cancellationToken);
}

/// <summary>Adds up one group of a summary.</summary>
internal sealed class SummaryTally
{
    private readonly long[] _sessions = new long[256];
    private int _schools;
    private int _enrolments;

    public void AddSchool(List<Stay> stays, IReadOnlyDictionary<StripKey, byte[]> strips, SlotRange[] ranges)
    {
        var marked = stays.Count(stay => AddEnrolment(stay, strips, ranges));
        _enrolments += marked;
        _schools += marked > 0 ? 1 : 0;
    }

    public SummaryRow ToRow(string group) => new(
        group, _schools, _enrolments, CodeCounts.Of(AttendanceCode.All.Select(code => KeyValuePair.Create(code, _sessions[code.Index]))));

    private bool AddEnrolment(Stay stay, IReadOnlyDictionary<StripKey, byte[]> strips, SlotRange[] ranges)
    {
        var marked = false;
        foreach (var range in ranges)
        {
            if (!strips.TryGetValue(new(stay.EnrolmentId, range.Year.StartYear), out var codes))
                continue;
            var marks = EnrolmentMarks.Between(range.Year, new Laestab(stay.Laestab), codes, stay.Entry, stay.Leaving);
            var (from, to) = marks.Clip(range.FromSlot, range.ToSlot);
            foreach (var code in codes.AsSpan(from..to))
            {
                _sessions[code]++;
                marked |= code is not (AttendanceCode.NotMarkedIndex or AttendanceCode.WithdrawnIndex);
            }
        }
        return marked;
    }
}
