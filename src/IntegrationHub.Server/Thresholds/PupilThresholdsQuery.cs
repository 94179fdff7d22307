using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Server.Thresholds;

/// <summary>Answers where one pupil stands with every threshold, judged as a run would judge it.</summary>
internal sealed class PupilThresholdsQuery(
    AttendanceStore store, ReadSnapshot snapshot, string authority, ThresholdSettings settings, DateTime asOfTime)
{
    public async Task<PupilThresholds> ReadAsync(long pupilId, DateOnly asOf, CancellationToken cancellationToken)
    {
        var survey = new AttendanceSurvey(store, snapshot, authority, ThresholdWindow.On(asOf));
        if (await survey.FindChildAsync(pupilId, cancellationToken) is not { } child)
            return new(pupilId, asOf, null, [], new Freshness(snapshot.Position, asOfTime, []));
        var laestab = child.Main.Stay.Laestab;
        var calendars = await SchoolCalendars.ReadAsync(snapshot.Known, authority, cancellationToken);
        var frames = new SchoolFrames(calendars, authority, asOf, settings);
        var freshness = new List<SchoolFreshness>();
        await foreach (var school in survey.ReadSchoolsAsync(laestab, cancellationToken))
        {
            frames.Add(school);
            freshness.Add(school.Freshness);
        }
        ThresholdResult[] results = [.. new ChildJudging(settings, asOf).Judge(child, frames.Of(laestab))];
        return new(pupilId, asOf, laestab, results, new Freshness(snapshot.Position, asOfTime, freshness));
    }
}

/// <summary>Where one pupil stands.</summary>
/// <param name="Laestab">The school that the child is told under. Null: none, and nothing is judged.</param>
internal sealed record PupilThresholds(long PupilId, DateOnly AsOf, int? Laestab, IReadOnlyList<ThresholdResult> Results, Freshness Freshness);
