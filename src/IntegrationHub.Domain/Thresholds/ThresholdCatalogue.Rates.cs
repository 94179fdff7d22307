using IntegrationHub.Domain.Thresholds.Rules;

namespace IntegrationHub.Domain.Thresholds;

// This part: rates of attendance over the academic year to date. Bands touch, and every comparison is of whole numbers.
public static partial class ThresholdCatalogue
{
    private const string DfeSource = "The Department for Education's definition, judged here over all schools of the child";

    public static ThresholdDefinition PersistentlyAbsent { get; } = new(settings => Rate(settings, x => 10 * x.Absent >= x.Possible))
    {
        Name = "PERSISTENTLY_ABSENT",
        Title = "Persistently absent",
        Source = DfeSource,
        Says = _ => "Absent for 10 % or more of the possible sessions of the academic year to date. Severe absence is part of it.",
        Settings = [ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition SeverelyAbsent { get; } = new(settings => Rate(settings, x => 2 * x.Absent >= x.Possible))
    {
        Name = "SEVERELY_ABSENT",
        Title = "Severely absent",
        Source = DfeSource,
        Says = _ => "Absent for 50 % or more of the possible sessions of the academic year to date.",
        Settings = [ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition ChronicallyAbsent { get; } = new(settings => Rate(settings, x => 2 * x.Attended < x.Possible))
    {
        Name = "CHRONICALLY_ABSENT",
        Title = "Chronically absent",
        Source = "Portsmouth, strategy to improve school attendance and reduce exclusions, February 2022",
        Says = _ => "Attended below 50 % of the possible sessions of the academic year to date. Exactly half is severe and not chronic.",
        Settings = [ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition CoventryStage1 { get; } = new(settings => Rate(settings, x => 100 * x.Attended > settings.CoventryStage1AbovePercent * x.Possible))
    {
        Name = "COVENTRY_STAGE_1",
        Title = "Coventry stage 1: prevention",
        Source = ThresholdSetting.Coventry,
        Says = x => $"Attendance of the academic year to date above {x.CoventryStage1AbovePercent} %: the school leads.",
        Settings = [ThresholdSetting.CoventryStage1AbovePercent, ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition CoventryStage2 { get; } = new(settings => Rate(settings, x => 100 * x.Attended <= settings.CoventryStage1AbovePercent * x.Possible
            && 100 * x.Attended >= settings.CoventryStage3BelowPercent * x.Possible))
    {
        Name = "COVENTRY_STAGE_2",
        Title = "Coventry stage 2: early intervention",
        Source = ThresholdSetting.Coventry,
        Says = x => $"Attendance of the academic year to date from {x.CoventryStage3BelowPercent} to {x.CoventryStage1AbovePercent} %, "
            + "both included: the school leads, then the Early Help co-ordinator.",
        Settings = [ThresholdSetting.CoventryStage1AbovePercent, ThresholdSetting.CoventryStage3BelowPercent, ThresholdSetting.LeastPossibleSessions],
        Leaves = "Whether the criteria for the Early Help co-ordinator are met is for people to say.",
    };

    public static ThresholdDefinition CoventryStage3 { get; } = new(settings => Rate(settings, x => 100 * x.Attended < settings.CoventryStage3BelowPercent * x.Possible))
    {
        Name = "COVENTRY_STAGE_3",
        Title = "Coventry stage 3: targeted support",
        Source = ThresholdSetting.Coventry,
        Says = x => $"Attendance of the academic year to date below {x.CoventryStage3BelowPercent} %: the authority's attendance officer leads.",
        Settings = [ThresholdSetting.CoventryStage3BelowPercent, ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition PersistentAbsenceReview { get; } = new(settings => Rate(settings, x => 100 * x.Attended <= settings.PersistentReviewPercent * x.Possible))
    {
        Name = "PERSISTENT_ABSENCE_REVIEW",
        Title = "Persistent absence review",
        Source = ThresholdSetting.Portsmouth + ", section 10 (its heading says \"or below\", its text \"below\")",
        Says = x => $"Attendance of the academic year to date at {x.PersistentReviewPercent} % or below: on the school's list each half term.",
        Settings = [ThresholdSetting.PersistentReviewPercent, ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition SeverelyAbsentMeeting { get; } = new(settings => Rate(settings, x => 100 * x.Attended <= settings.SevereMeetingPercent * x.Possible))
    {
        Name = "SEVERELY_ABSENT_MEETING",
        Title = "Severely absent meeting",
        Source = ThresholdSetting.Portsmouth + ", section 10",
        Says = x => $"Attendance of the academic year to date at {x.SevereMeetingPercent} % or below: brought to the school's meeting each term.",
        Settings = [ThresholdSetting.SevereMeetingPercent, ThresholdSetting.LeastPossibleSessions],
    };

    public static ThresholdDefinition LinkCoordinatorTracker { get; } = new(settings => Rate(settings, x => 100 * x.Attended <= settings.TrackerPercent * x.Possible))
    {
        Name = "LINK_COORDINATOR_TRACKER",
        Title = "Link co-ordinators' tracker",
        Source = ThresholdSetting.Portsmouth + ", section 10 (section 12 says below)",
        Says = x => $"Attendance of the academic year to date at {x.TrackerPercent} % or below: on the link co-ordinators' vulnerable pupil tracker.",
        Settings = [ThresholdSetting.TrackerPercent, ThresholdSetting.LeastPossibleSessions],
    };

    private static WindowRule Rate(ThresholdSettings settings, Func<SessionSums, bool> holds) => new()
    {
        Window = school => school.YearToDate,
        Holds = holds,
        Counted = x => x.Absent,
        Proof = CodeSet.Absent,
        LeastPossible = settings.LeastPossibleSessions,
    };
}
