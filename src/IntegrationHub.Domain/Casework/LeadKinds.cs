using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IntegrationHub.Domain.Casework;

/// <summary>
/// The kinds of lead professional. A social worker and an Early Help worker are leads of the local authority; the others are not.
/// </summary>
/// <remarks>
/// Portsmouth's strategy (February 2022, paragraph 17) counts "a social worker or Early Help worker as lead Professional" and reports
/// children led by schools among those "without an LA Lead Professional". A kind not in this table is a lead, and none of the authority's.
/// </remarks>
public static class LeadKinds
{
    public const string SocialWorker = "SOCIAL_WORKER";
    public const string EarlyHelpWorker = "EARLY_HELP_WORKER";
    public const string School = "SCHOOL";
    public const string Health = "HEALTH";
    public const string VoluntarySector = "VOLUNTARY_SECTOR";
    public const string YouthJustice = "YOUTH_JUSTICE";
    public const string Send = "SEND";

    public static ImmutableArray<LeadKind> All { get; } =
    [
        new(SocialWorker, IsLa: true),
        new(EarlyHelpWorker, IsLa: true),
        new(School, IsLa: false),
        new(Health, IsLa: false),
        new(VoluntarySector, IsLa: false),
        new(YouthJustice, IsLa: false),
        new(Send, IsLa: false),
    ];

    private static FrozenDictionary<string, LeadKind> ByCode { get; } = All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    public static bool TryGet(string code, out LeadKind kind) => ByCode.TryGetValue(code, out kind!);

    /// <summary>True for a lead of the local authority; false for any other, and for a kind not in the table.</summary>
    public static bool IsLa(string code) => TryGet(code, out LeadKind kind) && kind.IsLa;
}
