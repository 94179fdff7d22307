using System.Runtime.CompilerServices;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

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
            var numbers = scope.IsIdentified
                ? await PupilNumbers.ReadAsync(scope.Snapshot.Known, new SchoolKey(scope.Authority, school.School.Laestab), cancellationToken)
                : null;
            yield return new(school, InOrder(shown.ConvertAll(x => Tell(school.School, x, numbers?.Of(x.Facts)))));
        }
    }

    /// <param name="known">Null in pseudonymised exports.</param>
    private ExportedEnrolment Tell(SchoolRow school, SurveyedEnrolment enrolment, KnownByNumber? known) => new()
    {
        School = school,
        Facts = enrolment.Facts,
        Marks = enrolment.Marks,
        Pupil = _pupils.Tell(enrolment.Facts.PupilId, enrolment.Facts.DateOfBirth, known?.Upn),
        Pseudonym = scope.Pseudonyms?.OfEnrolment(enrolment.Facts.Stay.EnrolmentId) ?? [],
        MisPupilId = known?.MisPupilId,
    };

    /// <summary>Rolls often come by surname, and the hub numbers as they come: by number, a pseudonymised export would tell the alphabet.</summary>
    private List<ExportedEnrolment> InOrder(List<ExportedEnrolment> enrolments)
    {
        enrolments.Sort(scope.IsIdentified
            ? (one, other) => one.Facts.Stay.EnrolmentId.CompareTo(other.Facts.Stay.EnrolmentId)
            : (one, other) => one.Pseudonym.AsSpan().SequenceCompareTo(other.Pseudonym));
        return enrolments;
    }
}
