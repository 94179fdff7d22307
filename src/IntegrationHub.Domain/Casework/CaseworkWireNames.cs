namespace IntegrationHub.Domain.Casework;

/// <summary>The names of this area's values in messages, records and pages: TEAM_ONLY, NOT_KNOWN, CONSTANT_WORKER.</summary>
public static class CaseworkWireNames
{
    public static string ToWireName(this LeadAnswerKind kind) => WireName.Of(kind);

    public static string ToWireName(this PlanAnswerKind kind) => WireName.Of(kind);

    public static string ToWireName(this FitnessDefect defect) => WireName.Of(defect);

    public static string ToWireName(this DisagreementKind kind) => WireName.Of(kind);

    public static bool TryParse(string? name, out LeadAnswerKind kind) => WireName.TryParse(name, out kind);

    public static bool TryParse(string? name, out PlanAnswerKind kind) => WireName.TryParse(name, out kind);

    public static bool TryParse(string? name, out FitnessDefect defect) => WireName.TryParse(name, out defect);

    public static bool TryParse(string? name, out DisagreementKind kind) => WireName.TryParse(name, out kind);
}
