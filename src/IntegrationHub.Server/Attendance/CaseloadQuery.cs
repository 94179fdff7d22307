using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>Answers how the children whom a worker or a team holds today attend.</summary>
/// <remarks>
/// Whose caseload a child is on is read from the source's open involvements each time, the lead's and others' alike: a case handed
/// over this morning is the new holder's from the load that says so. A restricted child is on the list: whoever holds the child
/// knows of the child, and the list says no name and no place but the school.
/// </remarks>
internal sealed class CaseloadQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, DateTime asOfTime)
{
    public async Task<CaseloadPage> ReadAsync(
        CaseloadHolder holder, AttendanceWindow window, DateOnly today, Paging paging, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(holder, today, paging, cancellationToken);
        var page = held.Take(paging.Size).ToList();
        var pupils = await PupilsAsync(holder.SourceId, page, cancellationToken);
        var reader = new MarksReader(store, snapshot, authority, window);
        var marks = await reader.ReadAsync([.. pupils.Values.Distinct()], cancellationToken);
        return new(
            [.. page.Select(x => ToChild(x, pupils.TryGetValue(x, out var pupil) ? pupil : null, marks, reader.Ranges, window.To))],
            held.Count > page.Count,
            new(snapshot.Position, asOfTime, reader.Schools));
    }

    private static CaseloadChild ToChild(
        string sourceChildId, long? pupilId, ILookup<long, WindowMarks> marks, SlotRange[] ranges, DateOnly lastDay)
    {
        if (pupilId is not { } pupil)
            return new(sourceChildId, null, null);
        var enrolments = marks[pupil].ToList();
        var (am, pm) = WindowMarks.LastDay(ranges, enrolments);
        var attendance = new CaseloadAttendance(
            WindowMarks.Merge(ranges, enrolments).Counts, am, pm,
            enrolments.Max(x => x.LastMarkedDate),
            [.. enrolments.Select(x => x.Stay).Where(x => x.IsOpenOn(lastDay)).Select(x => x.Laestab).Distinct()]);
        return new(sourceChildId, pupilId, attendance);
    }

    /// <summary>One child more than the page takes, to see whether another page follows.</summary>
    private Task<List<string>> HeldAsync(CaseloadHolder holder, DateOnly today, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After ?? "";
        var involvements = snapshot.Context.Involvements.Where(x => x.Authority == authority && x.SourceId == holder.SourceId
            && x.ClosedPosition == null && x.StartDate <= today && (x.EndDate == null || today < x.EndDate));
        involvements = holder.WorkerId is { } worker
            ? involvements.Where(x => x.WorkerId == worker)
            : involvements.Where(x => x.TeamId == holder.TeamId);
        return involvements
            .Select(x => x.SourcePersonId)
            .Where(x => string.Compare(x, after) > 0)
            .Distinct().OrderBy(x => x).Take(paging.Size + 1)
            .ToListAsync(cancellationToken);
    }

    private async Task<Dictionary<string, long>> PupilsAsync(string sourceId, List<string> children, CancellationToken cancellationToken)
    {
        return await snapshot.Context.Matches
            .Where(x => x.Authority == authority && x.SourceId == sourceId && x.ToPosition == null
                && EF.Parameter(children).Contains(x.SourcePersonId))
            .ToDictionaryAsync(x => x.SourcePersonId, x => x.PupilId, StringComparer.Ordinal, cancellationToken);
    }
}
