using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IntegrationHub.Domain.Casework;

/// <summary>
/// The kinds of plan. Early Help, Child in Need, Child Protection and looked-after plans count; others are recorded and do not.
/// </summary>
/// <remarks>
/// Portsmouth's strategy (paragraph 17) asks for "a relevant safeguarding/care or early help plan". A personal attendance plan is the
/// school's own, and an Education, Health and Care Plan names provision and nobody who leads: a child may have one and be without a plan in
/// this sense. A Family Support Plan counts whoever leads it, a school too. A kind not in this table does not count.
/// </remarks>
public static class PlanKinds
{
    public const string EarlyHelpAssessment = "EARLY_HELP_ASSESSMENT";
    public const string FamilySupportPlan = "FAMILY_SUPPORT_PLAN";
    public const string ChildInNeed = "CHILD_IN_NEED";
    public const string ChildProtection = "CHILD_PROTECTION";
    public const string LookedAfter = "LOOKED_AFTER";
    public const string PersonalAttendancePlan = "PERSONAL_ATTENDANCE_PLAN";
    public const string Ehcp = "EHCP";

    public static ImmutableArray<PlanKind> All { get; } =
    [
        new(EarlyHelpAssessment, Counts: true),
        new(FamilySupportPlan, Counts: true),
        new(ChildInNeed, Counts: true),
        new(ChildProtection, Counts: true),
        new(LookedAfter, Counts: true),
        new(PersonalAttendancePlan, Counts: false),
        new(Ehcp, Counts: false),
    ];

    private static FrozenDictionary<string, PlanKind> ByCode { get; } = All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    public static bool TryGet(string code, out PlanKind kind) => ByCode.TryGetValue(code, out kind!);

    /// <summary>True when an open plan of this kind is a plan in place.</summary>
    public static bool Counts(string code) => TryGet(code, out PlanKind kind) && kind.Counts;
}
