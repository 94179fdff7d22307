using IntegrationHub.Domain.Thresholds.Rules;

namespace IntegrationHub.Domain.Thresholds;

// This part: Portsmouth's timescales for contact, as far as marks tell.
public static partial class ThresholdCatalogue
{
    private const string Timescales = ThresholdSetting.Portsmouth + ", section 7";
    private const string NoExplanation = "N, and O, which N becomes";
    private const string LeavesResponse = "Whether the family has answered, and whether the answer was believed, is not in the marks.";

    public static ThresholdDefinition ContactDay1 { get; } = new(_ => RunRule.AnyPartOfDays(CodeSet.Unexplained, 1))
    {
        Name = "CONTACT_DAY_1",
        Title = "Contact, day 1",
        Source = Timescales,
        Says = _ => $"Absent without a reason ({NoExplanation}) for any part of the last day marked: contact on the first day of absence.",
        Unit = ThresholdUnit.SchoolDays,
    };

    public static ThresholdDefinition ContactDay3 { get; } = new(_ => RunRule.UnseenDays(CodeSet.Unexplained, 3))
    {
        Name = "CONTACT_DAY_3",
        Title = "Contact, day 3",
        Source = Timescales,
        Says = _ => $"Three school days in a row without attending any part of them, each with an absence without a reason ({NoExplanation}): "
            + "a call, and a home visit.",
        Unit = ThresholdUnit.SchoolDays,
        Leaves = LeavesResponse,
    };

    public static ThresholdDefinition ContactDay6 { get; } = new(_ => RunRule.UnseenDays(CodeSet.Unexplained, 6))
    {
        Name = "CONTACT_DAY_6",
        Title = "Contact, day 6",
        Source = Timescales,
        Says = _ => $"Six school days in a row without attending any part of them, each with an absence without a reason ({NoExplanation}): "
            + "a meeting at school.",
        Unit = ThresholdUnit.SchoolDays,
        Leaves = LeavesResponse,
    };

    public static ThresholdDefinition ContactWeek3 { get; } = new(settings => new ContactWeek3Rule(settings))
    {
        Name = "CONTACT_WEEK_3",
        Title = "Contact, three weeks",
        Source = Timescales,
        Says = x => $"Attendance of the last three school weeks below {x.ContactWeek3BelowPercent} %, with unauthorised absence in two of them or more; "
            + $"or sooner, {x.ContactContinuousDays} school days in a row without attending, some of them unauthorised: the plan is reviewed.",
        Settings = [ThresholdSetting.ContactWeek3BelowPercent, ThresholdSetting.ContactContinuousDays, ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition ContactWeek6 { get; } = new(settings => OverWeeks(settings, ContactWeeks.Six))
    {
        Name = "CONTACT_WEEK_6",
        Title = "Contact, six weeks",
        Source = Timescales,
        Says = _ => "Absent for 10 % or more of the possible sessions of the last six school weeks: needs are assessed, and a family support plan begun.",
        Settings = [ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition ContactWeek12 { get; } = new(settings => OverWeeks(settings, ContactWeeks.Twelve, ContactWeeks.Six))
    {
        Name = "CONTACT_WEEK_12",
        Title = "Contact, six to twelve weeks",
        Source = Timescales,
        Says = _ => "Absent for 10 % or more of the possible sessions of the last twelve school weeks, and of the last six: "
            + "plans of the school alone have not worked, and the wider thresholds are considered.",
        Settings = [ThresholdSetting.LeastPossibleSessions],
        Leaves = "Whether a plan was begun after six weeks is not in the marks.",
    };

    private static WindowRule OverWeeks(ThresholdSettings settings, int weeks, int? also = null) => new()
    {
        Window = school => school.Weeks(weeks),
        AlsoOver = also is { } fewer ? school => school.Weeks(fewer) : null,
        Holds = x => 10 * x.Absent >= x.Possible,
        Counted = x => x.Absent,
        Proof = CodeSet.Absent,
        LeastPossible = settings.LeastPossibleSessions,
    };
}
