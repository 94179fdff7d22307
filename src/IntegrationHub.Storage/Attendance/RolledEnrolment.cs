using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>What rolls say of one enrolment and its pupil, as figures need it.</summary>
public readonly record struct RolledEnrolment
{
    public required long EnrolmentId { get; init; }
    public required long PupilId { get; init; }
    public required int Laestab { get; init; }
    public required EnrolmentStatus Status { get; init; }
    public required DateOnly EntryDate { get; init; }
    public DateOnly? LeavingDate { get; init; }
    public int? YearGroup { get; init; }
    public SenProvision SenProvision { get; init; }
    public bool FreeSchoolMeals { get; init; }
    public bool? PupilPremium { get; init; }
    public bool? HasSocialWorker { get; init; }
    public bool? LookedAfter { get; init; }
    public required DateOnly DateOfBirth { get; init; }
    public string? Sex { get; init; }
    public required string HomeAuthority { get; init; }

    /// <summary>As of now, whatever the snapshot's position: who must be protected is a matter of today.</summary>
    public bool Restricted { get; init; }
}
