namespace IntegrationHub.Domain.Coverage;

/// <summary>The names of this area's values in messages, records and pages: LA_LEAD_AND_PLAN, NO_LEAD.</summary>
public static class CoverageWireNames
{
    public static string ToWireName(this CoverageClass coverage) => WireName.Of(coverage);

    public static string ToWireName(this FlagKind flag) => WireName.Of(flag);

    public static string ToWireName(this AttendanceStanding standing) => WireName.Of(standing);

    public static bool TryParse(string? name, out CoverageClass coverage) => WireName.TryParse(name, out coverage);

    public static bool TryParse(string? name, out FlagKind flag) => WireName.TryParse(name, out flag);

    public static bool TryParse(string? name, out AttendanceStanding standing) => WireName.TryParse(name, out standing);
}
