using System.Runtime.CompilerServices;
using IntegrationHub.Server.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>Reads the enrolments of an export, school by school: no more than the largest schools are in memory.</summary>
internal sealed class ExportedSchools(ExportScope scope)
{
    private readonly ExportedPupils _pupils = new(scope);

    /// <summary>Whether to read what marks carry beside their codes.</summary>
    public bool WithDetails { get; init; }

    public async IAsyncEnumerable<ExportedSchool> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var survey = new AttendanceSurvey(scope.Store, scope.Snapshot, scope.Authority, scope.Window) { WithDetails = WithDetails };
        await foreach (var school in survey.ReadSchoolsAsync(scope.School, cancellationToken))
        {
            var shown = school.Enrolments.Where(x => scope.MayShow(x.Facts.PupilId)).ToList();
            var upns = await _pupils.UpnsAsync([.. shown.Select(x => x.Facts.PupilId)], cancellationToken);
            var misIds = await MisIdsAsync(school.School.Laestab, cancellationToken);
            yield return new(school, InOrder(shown.ConvertAll(x => Tell(school, x, upns, misIds))));
        }
    }

    private ExportedEnrolment Tell(
        SurveyedSchool school, SurveyedEnrolment enrolment, IReadOnlyDictionary<long, string> upns, IReadOnlyDictionary<long, string> misIds) => new()
        {
            School = school.School,
            Facts = enrolment.Facts,
            Marks = enrolment.Marks,
            Pupil = _pupils.Tell(enrolment.Facts.PupilId, enrolment.Facts.DateOfBirth, upns),
            Pseudonym = scope.Pseudonyms?.OfEnrolment(enrolment.Facts.Stay.EnrolmentId) ?? [],
            MisPupilId = misIds.GetValueOrDefault(enrolment.Facts.Stay.EnrolmentId),
        };

    /// <summary>Rolls often come by surname, and the hub numbers as they come: by number, a pseudonymised export would tell the alphabet.</summary>
    private List<ExportedEnrolment> InOrder(List<ExportedEnrolment> enrolments)
    {
        enrolments.Sort(scope.IsIdentified
            ? (one, other) => one.Facts.Stay.EnrolmentId.CompareTo(other.Facts.Stay.EnrolmentId)
            : (one, other) => one.Pseudonym.AsSpan().SequenceCompareTo(other.Pseudonym));
        return enrolments;
    }

    private async Task<IReadOnlyDictionary<long, string>> MisIdsAsync(int school, CancellationToken cancellationToken)
    {
        if (!scope.IsIdentified)
            return new Dictionary<long, string>();
        return await scope.Snapshot.Known.Enrolments
            .Where(x => x.Authority == scope.Authority && x.Laestab == school)
            .Select(x => new { x.EnrolmentId, x.MisPupilId })
            .ToDictionaryAsync(x => x.EnrolmentId, x => x.MisPupilId, cancellationToken);
    }
}
