namespace IntegrationHub.Domain.Thresholds;

/// <summary>What a local authority may choose about its thresholds. <see cref="ThresholdSetting"/> says what each is and whence its default.</summary>
public sealed record ThresholdSettings
{
    public static ThresholdSettings Default { get; } = new();

    /// <summary>Whether only children of compulsory school age on the as-of date are judged. Yes.</summary>
    public bool CompulsorySchoolAgeOnly { get; init; } = true;

    /// <summary>Thresholds by name that are to be judged, or not, otherwise than by default.</summary>
    public IDictionary<string, bool> Switches { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public int LeastPossibleSessions { get; init; } = 20;

    public int CoventryStage1AbovePercent { get; init; } = 90;

    public int CoventryStage3BelowPercent { get; init; } = 80;

    public int PersistentReviewPercent { get; init; } = 90;

    public int SevereMeetingPercent { get; init; } = 50;

    public int TrackerPercent { get; init; } = 50;

    public int ContactWeek3BelowPercent { get; init; } = 90;

    public int ContactContinuousDays { get; init; } = 10;

    public int PenaltyNoticeSessions { get; init; } = 10;

    public int PenaltyNoticeWeeks { get; init; } = 10;

    public int Portsmouth2023Sessions { get; init; } = 10;

    public int PanelSessions { get; init; } = 15;

    public int ReturnUnauthorisedDays { get; init; } = 10;

    public int ReturnSicknessDays { get; init; } = 15;

    public int PartTimeWeeks { get; init; } = 6;

    public int SuspensionDays { get; init; } = 6;

    /// <summary>Whether a threshold is judged.</summary>
    public bool IsOn(ThresholdDefinition threshold) => Switches.TryGetValue(threshold.Name, out bool on) ? on : threshold.OnByDefault;
}
