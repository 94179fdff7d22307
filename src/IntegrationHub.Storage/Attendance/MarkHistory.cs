using IntegrationHub.Domain.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Reads everything that a school's registers have said of some enrolments' sessions, from the journal itself.</summary>
public sealed class MarkHistory(ReadSnapshot snapshot, IRegisterDecoder decoder, SchoolKey school)
{
    /// <param name="enrolments">Enrolments of the school.</param>
    /// <param name="first">The first session, by <see cref="SessionNumber"/>, inclusive.</param>
    /// <param name="last">The last session, inclusive.</param>
    /// <param name="isWanted">Which sessions' entries to give, by what was said of them, oldest first.</param>
    /// <returns>The entries, session by session and as they were received.</returns>
    public async Task<IReadOnlyList<MarkEntry>> ReadAsync(
        IReadOnlySet<long> enrolments, int first, int last, Func<IReadOnlyList<MarkEntry>, bool> isWanted, CancellationToken cancellationToken)
    {
        var roll = await SchoolRolls.LoadAsync(snapshot.Known, school, snapshot.Position, cancellationToken);
        var fold = new SchoolFold(roll, decoder, _ => []);
        var sessions = new SortedDictionary<(int Session, long Enrolment), List<MarkEntry>>();
        foreach (var row in new FoldReader(snapshot.Context, school).RegistersBetween(first, last, snapshot.Position))
            Add(fold, row, enrolments, sessions);
        foreach (var entries in sessions.Values)
            entries.Aggregate((best, entry) => entry.Time >= best.Time ? entry : best).Counts = true;
        MarkEntry[] wanted = [.. sessions.Values.Where(isWanted).SelectMany(x => x)];
        await NameSourcesAsync(wanted, cancellationToken);
        return wanted;
    }

    private static void Add(
        SchoolFold fold, in RegisterRow row, IReadOnlySet<long> enrolments, SortedDictionary<(int Session, long Enrolment), List<MarkEntry>> sessions)
    {
        var register = fold.Decode(row);
        foreach (var mark in register.Marks)
        {
            if (mark.SaysNothing || mark.Fault is not null)
                continue;
            var enrolment = fold.Roll.Find(mark.Pupil, SessionNumber.DateOf(register.SessionNumber)).EnrolmentId;
            if (!enrolments.Contains(enrolment))
                continue;
            if (!sessions.TryGetValue((register.SessionNumber, enrolment), out var entries))
                sessions[(register.SessionNumber, enrolment)] = entries = [];
            entries.Add(new()
            {
                EnrolmentId = enrolment,
                SessionNumber = register.SessionNumber,
                Position = row.Position,
                ReceivedTime = row.ReceivedTime,
                Mark = mark,
            });
        }
    }

    private async Task NameSourcesAsync(MarkEntry[] entries, CancellationToken cancellationToken)
    {
        long[] positions = [.. entries.Select(x => x.Position).Distinct()];
        var sources = await snapshot.Context.Journal
            .Where(x => EF.Parameter(positions).Contains(x.Position))
            .ToDictionaryAsync(x => x.Position, x => new MarkSource(x.System, x.WriterId, x.SubmissionId), cancellationToken);
        foreach (var entry in entries)
            entry.Source = sources[entry.Position];
    }
}
