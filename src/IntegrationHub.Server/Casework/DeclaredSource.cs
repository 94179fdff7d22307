using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>A source's declaration between its row and the domain, where "all kinds" and "no limit" are spelt out.</summary>
internal static class DeclaredSource
{
    private const char Separator = ',';

    public static SourceDeclaration ToDeclaration(this CaseSourceRow row) => new(
        row.SourceId, row.SourceKind, row.Name, row.CarriesLeads, row.CarriesPlans, row.IntervalDays,
        KindsOr(row.LeadKinds, LeadKinds.All.Select(x => x.Code)),
        KindsOr(row.PlanKinds, PlanKinds.All.Select(x => x.Code)),
        row.MinAge,
        row.MaxAge == 0 ? int.MaxValue : row.MaxAge,
        row.Required);

    public static string JoinKinds(IEnumerable<string> kinds) => string.Join(Separator, kinds.Distinct(StringComparer.Ordinal));

    private static string[] KindsOr(string kinds, IEnumerable<string> all) => kinds.Length == 0 ? [.. all] : kinds.Split(Separator);
}
