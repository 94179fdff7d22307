namespace IntegrationHub.Domain.Thresholds;

/// <summary>What a threshold counts in.</summary>
public enum ThresholdUnit
{
    Sessions = 0,
    SchoolDays,
    SchoolWeeks,
}
