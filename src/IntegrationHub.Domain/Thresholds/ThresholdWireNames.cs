namespace IntegrationHub.Domain.Thresholds;

/// <summary>The names of this area's values in messages, records and pages: MET, TOO_FEW_SESSIONS.</summary>
public static class ThresholdWireNames
{
    public static string ToWireName(this ThresholdStatus status) => WireName.Of(status);

    public static string ToWireName(this ThresholdUnit unit) => WireName.Of(unit);
}
