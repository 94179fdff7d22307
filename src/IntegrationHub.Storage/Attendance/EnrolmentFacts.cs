using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>What a school's roll says of one enrolment, and of the pupil whose it is. Names nobody.</summary>
public sealed record EnrolmentFacts
{
    public required long PupilId { get; init; }

    public required Stay Stay { get; init; }

    public required EnrolmentStatus Status { get; init; }

    /// <summary>National Curriculum year. Null: not known.</summary>
    public int? YearGroup { get; init; }

    public SenProvision SenProvision { get; init; }

    public bool? FreeSchoolMeals { get; init; }

    /// <summary>Null: not known. So for the two below.</summary>
    public bool? PupilPremium { get; init; }

    public bool? HasSocialWorker { get; init; }

    public bool? LookedAfter { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    /// <summary>M or F, as the school records it. Null: not recorded.</summary>
    public string? Sex { get; init; }

    /// <summary>The LA in whose area the pupil lives, three digits.</summary>
    public required string HomeAuthority { get; init; }

    /// <summary>Some school's roll says, now, that the child must be protected. Sources may say so too; see RestrictedPupils.</summary>
    public bool Restricted { get; init; }

    public Laestab School => new(Stay.Laestab);

    public bool HasEhcp => SenProvision == SenProvision.Ehcp;
}
