using System.Collections.Frozen;
using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Server.Coverage;

/// <summary>Answers in plain words, for whoever works the list.</summary>
internal static class AnswerWords
{
    private static readonly FrozenDictionary<string, string> Leads = new Dictionary<string, string>
    {
        [AnswerReasons.NamedLead] = "names a lead",
        [AnswerReasons.TeamHoldsLead] = "names a team or duty desk as lead, and no person",
        [AnswerReasons.HeldWithoutLead] = "holds the child and names no lead",
        [AnswerReasons.NoRecordOfChild] = "holds no record that could be this child",
        [AnswerReasons.SourceCarriesNoLeads] = "cannot carry leads",
        [AnswerReasons.PlaceholderWorker] = "holds a placeholder where the lead's name should be",
        [AnswerReasons.RedactedWorker] = "withholds who leads",
        [AnswerReasons.BlankInPartlyFilledSource] = "leaves the lead blank, as it does for many children",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Plans = new Dictionary<string, string>
    {
        [AnswerReasons.OpenPlan] = "holds an open plan",
        [AnswerReasons.HeldWithoutPlan] = "holds the child and no open plan",
        [AnswerReasons.OnlyPlansThatDoNotCount] = "holds only plans that do not count as one",
        [AnswerReasons.NoRecordOfChild] = "holds no record that could be this child",
        [AnswerReasons.SourceCarriesNoPlans] = "cannot carry plans",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Silences = new Dictionary<string, string>
    {
        [AnswerReasons.SourceUnfit] = "cannot be believed until its last load is put right",
        [AnswerReasons.SourceStale] = "has not been loaded for too long to be believed",
        [AnswerReasons.NoCompleteLoad] = "has never been loaded completely",
        [AnswerReasons.UnresolvedCandidate] = "holds a record that may be this child's and is joined to nobody",
        [AnswerReasons.RecordSetAside] = "sent a record of the child's that cannot be read until it is mended",
        [AnswerReasons.OutsideCoveredAges] = "does not cover the child's age",
        [AnswerReasons.OutsideCoveredArea] = "does not cover the area of the child's home",
    }.ToFrozenDictionary();

    public static string OfLead(LeadAnswer answer) => Of(Leads, answer.Reason);

    public static string OfPlan(PlanAnswer answer) => Of(Plans, answer.Reason);

    public static string OfLeadKind(string kind) => kind switch
    {
        LeadKinds.SocialWorker => "social worker",
        LeadKinds.EarlyHelpWorker => "Early Help worker",
        LeadKinds.School => "school",
        LeadKinds.Health => "health",
        LeadKinds.VoluntarySector => "voluntary sector",
        LeadKinds.YouthJustice => "youth justice",
        LeadKinds.Send => "special educational needs",
        _ => "another service",
    };

    private static string Of(FrozenDictionary<string, string> words, string reason) =>
        words.GetValueOrDefault(reason) ?? Silences.GetValueOrDefault(reason, reason);
}
