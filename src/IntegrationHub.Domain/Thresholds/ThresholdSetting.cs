using System.Collections.Immutable;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>A setting of thresholds: what it is, from where to where it may go, and who says what its default is.</summary>
/// <param name="Name">The name of its property in <see cref="ThresholdSettings"/>, under which it is configured.</param>
/// <param name="Says">What it is, as a sentence, with its unit.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Least">The least it may be, inclusive.</param>
/// <param name="Most">The most it may be, inclusive.</param>
/// <param name="Read">Its value in some settings.</param>
public sealed record ThresholdSetting(string Name, string Says, string Source, int Least, int Most, Func<ThresholdSettings, int> Read)
{
    private const string Hub = "The hub's own choice";

    public static readonly ThresholdSetting LeastPossibleSessions = new(
        nameof(ThresholdSettings.LeastPossibleSessions), "The fewest possible sessions over which a rate is judged.",
        Hub + ": ten school days, so that the first week of term floods nobody", 1, 400, x => x.LeastPossibleSessions);

    public static readonly ThresholdSetting CoventryStage1AbovePercent = new(
        nameof(ThresholdSettings.CoventryStage1AbovePercent), "Attendance in per cent above which a child is at stage 1.",
        Coventry, 1, 99, x => x.CoventryStage1AbovePercent);

    public static readonly ThresholdSetting CoventryStage3BelowPercent = new(
        nameof(ThresholdSettings.CoventryStage3BelowPercent), "Attendance in per cent below which a child is at stage 3. Not above that of stage 1.",
        Coventry, 1, 99, x => x.CoventryStage3BelowPercent);

    public static readonly ThresholdSetting PersistentReviewPercent = new(
        nameof(ThresholdSettings.PersistentReviewPercent), "Attendance in per cent at or below which a child is reviewed.",
        Portsmouth + ", section 10", 1, 99, x => x.PersistentReviewPercent);

    public static readonly ThresholdSetting SevereMeetingPercent = new(
        nameof(ThresholdSettings.SevereMeetingPercent), "Attendance in per cent at or below which a child is brought to the meeting.",
        Portsmouth + ", section 10", 1, 99, x => x.SevereMeetingPercent);

    public static readonly ThresholdSetting TrackerPercent = new(
        nameof(ThresholdSettings.TrackerPercent), "Attendance in per cent at or below which a child is on the tracker.",
        Portsmouth + ", section 10 (section 12 says below)", 1, 99, x => x.TrackerPercent);

    public static readonly ThresholdSetting ContactWeek3BelowPercent = new(
        nameof(ThresholdSettings.ContactWeek3BelowPercent), "Attendance in per cent below which the plan is reviewed.",
        Portsmouth + ", section 7", 1, 99, x => x.ContactWeek3BelowPercent);

    public static readonly ThresholdSetting ContactContinuousDays = new(
        nameof(ThresholdSettings.ContactContinuousDays), "School days of continuous absence after which three weeks are not waited for.",
        Portsmouth + ", section 7, says \"sooner if continuously absent\"; how much sooner is the hub's own choice", 1, 190, x => x.ContactContinuousDays);

    public static readonly ThresholdSetting PenaltyNoticeSessions = new(
        nameof(ThresholdSettings.PenaltyNoticeSessions), "Sessions of unauthorised absence.", NationalFramework, 1, 400, x => x.PenaltyNoticeSessions);

    public static readonly ThresholdSetting PenaltyNoticeWeeks = new(
        nameof(ThresholdSettings.PenaltyNoticeWeeks), "School weeks over which they are counted.", NationalFramework, 1, 52, x => x.PenaltyNoticeWeeks);

    public static readonly ThresholdSetting Portsmouth2023Sessions = new(
        nameof(ThresholdSettings.Portsmouth2023Sessions), "Sessions of unauthorised absence in the term.",
        Portsmouth + ", section 9", 1, 400, x => x.Portsmouth2023Sessions);

    public static readonly ThresholdSetting PanelSessions = new(
        nameof(ThresholdSettings.PanelSessions), "Sessions of unauthorised absence in the academic year.",
        Portsmouth + ", section 9", 1, 400, x => x.PanelSessions);

    public static readonly ThresholdSetting ReturnUnauthorisedDays = new(
        nameof(ThresholdSettings.ReturnUnauthorisedDays), "School days of continuous unauthorised absence.", Returns, 1, 190, x => x.ReturnUnauthorisedDays);

    public static readonly ThresholdSetting ReturnSicknessDays = new(
        nameof(ThresholdSettings.ReturnSicknessDays), "School days of sickness; two sessions make one.", Returns, 1, 190, x => x.ReturnSicknessDays);

    public static readonly ThresholdSetting PartTimeWeeks = new(
        nameof(ThresholdSettings.PartTimeWeeks), "School weeks that a part-time timetable may last.",
        "Portsmouth, strategy to improve school attendance and reduce exclusions, February 2022, paragraph 9", 1, 52, x => x.PartTimeWeeks);

    public static readonly ThresholdSetting SuspensionDays = new(
        nameof(ThresholdSettings.SuspensionDays), "The consecutive school day of a suspension from which education must be arranged.",
        "Department for Education, code E; Coventry, briefing note of 5 October 2023, 4.2", 1, 190, x => x.SuspensionDays);

    internal const string Coventry = "Coventry, School Attendance Matters, September 2023; its bands leave 80 to 81 and 90 to 91 per cent open, and these close them";
    internal const string Portsmouth = "Portsmouth, attendance guidance for schools, September 2023";
    internal const string NationalFramework = "The national framework for penalty notices of August 2024";
    internal const string Returns = "The attendance returns of the School Attendance (Pupil Registration) (England) Regulations 2024";

    /// <summary>All of them, in the order of the thresholds.</summary>
    public static ImmutableArray<ThresholdSetting> All { get; } =
    [
        LeastPossibleSessions, CoventryStage1AbovePercent, CoventryStage3BelowPercent, PersistentReviewPercent, SevereMeetingPercent, TrackerPercent,
        ContactWeek3BelowPercent, ContactContinuousDays, PenaltyNoticeSessions, PenaltyNoticeWeeks, Portsmouth2023Sessions, PanelSessions,
        ReturnUnauthorisedDays, ReturnSicknessDays, PartTimeWeeks, SuspensionDays,
    ];

    /// <summary>What it is when nobody sets it.</summary>
    public int Default => Read(ThresholdSettings.Default);
}
