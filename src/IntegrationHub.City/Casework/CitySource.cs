using IntegrationHub.Domain.Casework;

namespace IntegrationHub.City.Casework;

/// <summary>The two case systems of the city, as the authority declares them.</summary>
internal static class CitySource
{
    public const string SocialCare = "social-care";
    public const string EarlyHelp = "early-help";

    public static IEnumerable<Contracts.Operations.V1.SourceDeclaration> Declarations =>
    [
        Declare(
            SocialCare, "SOCIAL_CARE", "Children's social care",
            [LeadKinds.SocialWorker, LeadKinds.YouthJustice],
            [PlanKinds.ChildInNeed, PlanKinds.ChildProtection, PlanKinds.LookedAfter]),
        Declare(
            EarlyHelp, "EARLY_HELP", "Early Help and Family Support Plans",
            [LeadKinds.EarlyHelpWorker, LeadKinds.School, LeadKinds.Health, LeadKinds.VoluntarySector, LeadKinds.Send],
            [PlanKinds.EarlyHelpAssessment, PlanKinds.FamilySupportPlan, PlanKinds.PersonalAttendancePlan, PlanKinds.Ehcp]),
    ];

    private static Contracts.Operations.V1.SourceDeclaration Declare(string id, string kind, string name, string[] leads, string[] plans) => new()
    {
        SourceId = id,
        SourceKind = kind,
        DisplayName = name,
        CarriesLeads = true,
        CarriesPlans = true,
        IntervalDays = 7,
        LeadKinds = { leads },
        PlanKinds = { plans },
        MinAge = 0,
        MaxAge = 18,
        Required = true,
    };
}
