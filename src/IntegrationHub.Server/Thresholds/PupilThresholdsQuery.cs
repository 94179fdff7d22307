using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Thresholds;

/// <summary>Answers where one pupil stands with every threshold, judged as a run would judge it.</summary>
internal sealed class PupilThresholdsQuery(
    AttendanceStore store, ReadSnapshot snapshot, string authority, ThresholdSettings settings, DateTime asOfTime)
{
    public async Task<PupilThresholds> ReadAsync(long pupilId, DateOnly asOf, CancellationToken cancellationToken)
    {
        var calendars = await SchoolCalendars.ReadAsync(snapshot.Known, authority, cancellationToken);
        var frames = new SchoolFrames(calendars, authority, asOf, settings);
        var schools = new List<SchoolFreshness>();
        var survey = new AttendanceSurvey(store, snapshot, authority, ThresholdWindow.On(asOf));
        var child = await survey.FindChildAsync(pupilId, Add, cancellationToken);
        var freshness = new Freshness(snapshot.Position, asOfTime, schools);
        if (child is null)
            return new(pupilId, asOf, null, [], freshness);
        var laestab = child.Main.Stay.Laestab;
        ThresholdResult[] results = [.. new ChildJudging(settings, asOf).Judge(child, frames.Of(laestab))];
        return new(pupilId, asOf, laestab, results, freshness);

        void Add(SurveyedSchool school)
        {
            frames.Add(school);
            schools.Add(school.Freshness);
        }
    }
}

/// <summary>Where one pupil stands.</summary>
/// <param name="Laestab">The school that the child is told under. Null: none, and nothing is judged.</param>
internal sealed record PupilThresholds(long PupilId, DateOnly AsOf, int? Laestab, IReadOnlyList<ThresholdResult> Results, Freshness Freshness);
