namespace IntegrationHub.Domain.Casework;

/// <summary>
/// Why a source, or all of them together, answered as they did. Stable: explanations hold these words and readers translate them.
/// </summary>
public static class AnswerReasons
{
    public const string NamedLead = "NAMED_LEAD";
    public const string TeamHoldsLead = "TEAM_HOLDS_LEAD";
    public const string OpenPlan = "OPEN_PLAN";

    /// <summary>The source holds the child, and nobody leads, or no plan is open.</summary>
    public const string HeldWithoutLead = "HELD_WITHOUT_LEAD";
    public const string HeldWithoutPlan = "HELD_WITHOUT_PLAN";

    /// <summary>Plans are open, none of a kind that counts.</summary>
    public const string OnlyPlansThatDoNotCount = "ONLY_PLANS_THAT_DO_NOT_COUNT";

    /// <summary>The source holds no record that could be this child.</summary>
    public const string NoRecordOfChild = "NO_RECORD_OF_CHILD";

    public const string SourceCarriesNoLeads = "SOURCE_CARRIES_NO_LEADS";
    public const string SourceCarriesNoPlans = "SOURCE_CARRIES_NO_PLANS";
    public const string SourceUnfit = "SOURCE_UNFIT";
    public const string SourceStale = "SOURCE_STALE";
    public const string NoCompleteLoad = "NO_COMPLETE_LOAD";
    public const string PlaceholderWorker = "PLACEHOLDER_WORKER";
    public const string RedactedWorker = "REDACTED_WORKER";

    /// <summary>The worker is blank in a source that leaves many blank.</summary>
    public const string BlankInPartlyFilledSource = "BLANK_IN_PARTLY_FILLED_SOURCE";
    /// <summary>A record of the child's was sent that cannot be read, and waits to be mended.</summary>
    public const string RecordSetAside = "RECORD_SET_ASIDE";
    public const string UnresolvedCandidate = "UNRESOLVED_CANDIDATE";
    public const string OutsideCoveredAges = "OUTSIDE_COVERED_AGES";
    public const string OutsideCoveredArea = "OUTSIDE_COVERED_AREA";

    /// <summary>Of all sources together: no source is required for the child's area.</summary>
    public const string NoRequiredSource = "NO_REQUIRED_SOURCE";

    /// <summary>Of all sources together: at least one required source could not answer.</summary>
    public const string RequiredSourceNotKnown = "REQUIRED_SOURCE_NOT_KNOWN";

    /// <summary>Of all sources together: every required source is fit and says that there is none.</summary>
    public const string EveryRequiredSourceSaysNone = "EVERY_REQUIRED_SOURCE_SAYS_NONE";
}
