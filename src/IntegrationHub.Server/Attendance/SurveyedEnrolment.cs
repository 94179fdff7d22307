using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Attendance;

/// <summary>One school with every enrolment of it that counts in a window.</summary>
/// <param name="Details">What its marks carry beside their codes. Empty unless the survey was to read them.</param>
internal sealed record SurveyedSchool(
    SchoolRow School, IReadOnlyList<SurveyedEnrolment> Enrolments, SchoolFreshness Freshness,
    IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail> Details);

/// <summary>One enrolment: what the roll says, and its marks in the window.</summary>
internal sealed record SurveyedEnrolment(EnrolmentFacts Facts, WindowMarks Marks);

/// <summary>What a school's roll says of one enrolment, and of the pupil whose it is. Names nobody.</summary>
internal sealed record EnrolmentFacts
{
    public required long PupilId { get; init; }

    public required Stay Stay { get; init; }

    public required EnrolmentStatus Status { get; init; }

    /// <summary>National Curriculum year. Null: not known.</summary>
    public int? YearGroup { get; init; }

    public SenProvision SenProvision { get; init; }

    public bool FreeSchoolMeals { get; init; }

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

/// <summary>One child with every enrolment that counts in a window, the one it is told under first.</summary>
internal sealed record SurveyedChild(IReadOnlyList<SurveyedEnrolment> Enrolments)
{
    public EnrolmentFacts Main => Enrolments[0].Facts;

    public IReadOnlyList<WindowMarks> Marks { get; } = [.. Enrolments.Select(x => x.Marks)];

    /// <summary>The enrolments that are open on a date.</summary>
    public IEnumerable<EnrolmentFacts> OpenOn(DateOnly date) => Enrolments.Select(x => x.Facts).Where(x => x.Stay.IsOpenOn(date));
}
