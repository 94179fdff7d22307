using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Coverage;

namespace IntegrationHub.City.Planning;

/// <summary>One invented child, and all that the city has decided of them.</summary>
internal sealed class CityPupil(int index, int yearGroup, CitySchool home)
{
    /// <summary>The UPN of a child who has none yet.</summary>
    public const string NoUpn = "";

    public int Index => index;

    /// <summary>National Curriculum year; reception is 0.</summary>
    public int YearGroup => yearGroup;

    /// <summary>The school of the enrolment that is the child's main one at the end of term.</summary>
    public CitySchool Home => home;

    public string Forename { get; set; } = "";

    public string Surname { get; set; } = "";

    public string Sex { get; set; } = "";

    public DateOnly DateOfBirth { get; set; }

    /// <summary>Empty for a new arrival; null until it is issued.</summary>
    public string? Upn { get; set; }

    public SenProvision Sen { get; set; } = SenProvision.None;

    public bool FreeSchoolMeals { get; set; }

    public bool PupilPremium { get; set; }

    /// <summary>As the school knows it; who leads is the case sources' to say.</summary>
    public bool HasSocialWorker { get; set; }

    public bool LookedAfter { get; set; }

    public bool LivesElsewhere { get; set; }

    public bool Restricted { get; set; }

    public CityRole Role { get; set; } = CityRole.Ordinary;

    public EnrolmentShape Shape { get; set; } = EnrolmentShape.Whole;

    /// <summary>Where a chronically absent child of the city is to come out; null for everybody else.</summary>
    public CoverageClass? Class { get; set; }

    /// <summary>Whether a child whom the authority does not lead has a plan that counts: led from outside, or by nobody.</summary>
    public bool HasPlan { get; set; }

    public List<CityEnrolment> Enrolments { get; } = [];

    /// <summary>The child's own sessions through the term, as indexes of codes: what happened, whichever school writes it down.</summary>
    public byte[] Strip { get; set; } = [];

    /// <summary>Sessions first marked N and resolved later, in order.</summary>
    public CityCorrection[] Corrections { get; set; } = [];

    /// <summary>Sessions that both schools of a dual-registered child claim.</summary>
    public HashSet<int> ConflictingSessions { get; } = [];

    public bool HasEhcp => Sen == SenProvision.Ehcp;

    public bool IsDualRegistered => Shape is EnrolmentShape.Dual or EnrolmentShape.DualInConflict;

    public bool AttendsBelowHalf => Role is CityRole.Chronic or CityRole.JustBelowHalf or CityRole.NeverInSchool;

    /// <summary>On a roll of the city at the end of term.</summary>
    public bool IsOnRoll => Enrolments.Any(enrolment => enrolment.IsOnRoll(CityTerm.AsOf));
}
