using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>Answers how one pupil's marks came to be what they are.</summary>
internal sealed class MarkHistoryQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, DateTime asOfTime)
{
    public async Task<PupilMarkHistory> ReadAsync(long pupilId, HistoryScope about, CancellationToken cancellationToken)
    {
        var reader = new MarksReader(store, snapshot, authority, about.Window);
        var enrolments = (await reader.ReadAsync([pupilId], cancellationToken))[pupilId].Select(x => x.Stay).ToList();
        var sessions = new List<SessionHistory>();
        foreach (var school in enrolments.Where(x => x.Laestab == (about.School ?? x.Laestab)).GroupBy(x => x.Laestab))
            sessions.AddRange(await OfSchoolAsync(school.Key, [.. school], about, cancellationToken));
        return new(
            pupilId, about.Window, [.. sessions.OrderBy(x => x.SessionNumber).ThenBy(x => x.Laestab)],
            new(snapshot.Position, asOfTime, [.. reader.Schools.Where(x => x.Laestab == (about.School ?? x.Laestab))]));
    }

    private async Task<IEnumerable<SessionHistory>> OfSchoolAsync(
        int laestab, List<Stay> stays, HistoryScope about, CancellationToken cancellationToken)
    {
        var entries = await store.HistoryOf(snapshot, new SchoolKey(authority, laestab)).ReadAsync(
            stays.Select(x => x.EnrolmentId).ToHashSet(),
            SessionNumber.Of(about.Window.From, SchoolSession.Am), SessionNumber.Of(about.Window.To, SchoolSession.Pm),
            said => about.WithUnchanged || IsChanged(said), cancellationToken);
        return entries
            .GroupBy(x => (x.SessionNumber, x.EnrolmentId))
            .Select(x => new SessionHistory(x.Key.SessionNumber, laestab, [.. x]));
    }

    /// <summary>A register that is sent again says nothing new.</summary>
    private static bool IsChanged(IReadOnlyList<MarkEntry> said) =>
        said.Any(x => x.Mark.Amendment is not null || x.Mark.Code != said[0].Mark.Code
            || x.Mark.SourceCode != said[0].Mark.SourceCode || x.Mark.MinutesLate != said[0].Mark.MinutesLate);
}
