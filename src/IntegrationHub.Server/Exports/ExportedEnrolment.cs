using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Exports;

/// <summary>A school with those of its enrolments that may be shown.</summary>
/// <param name="Read">The school as it was read.</param>
/// <param name="Enrolments">In the order of the export.</param>
internal sealed record ExportedSchool(SurveyedSchool Read, IReadOnlyList<ExportedEnrolment> Enrolments);

/// <summary>One enrolment of an export's rows.</summary>
internal sealed record ExportedEnrolment
{
    public required SchoolRow School { get; init; }

    public required EnrolmentFacts Facts { get; init; }

    public required WindowMarks Marks { get; init; }

    public required ExportedPupil Pupil { get; init; }

    /// <summary>In ASCII. Empty where the export is identified.</summary>
    public required byte[] Pseudonym { get; init; }

    /// <summary>Null in pseudonymised exports.</summary>
    public string? MisPupilId { get; init; }
}
