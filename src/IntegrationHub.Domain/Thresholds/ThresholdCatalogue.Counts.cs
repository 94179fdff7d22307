using IntegrationHub.Domain.Thresholds.Rules;

namespace IntegrationHub.Domain.Thresholds;

// This part: so many sessions, days in a row, or weeks.
public static partial class ThresholdCatalogue
{
    public static ThresholdDefinition PenaltyNoticeNational { get; } = new(settings => Unauthorised(school => school.Weeks(settings.PenaltyNoticeWeeks), settings.PenaltyNoticeSessions))
    {
        Name = "PENALTY_NOTICE_NATIONAL",
        Title = "Penalty notice, national framework",
        Source = ThresholdSetting.NationalFramework + "; a school week is read as one with any school day",
        Says = x => $"{x.PenaltyNoticeSessions} sessions of unauthorised absence (G, N, O, U) in {x.PenaltyNoticeWeeks} school weeks, "
            + "over terms and years: a notice must be considered.",
        Settings = [ThresholdSetting.PenaltyNoticeSessions, ThresholdSetting.PenaltyNoticeWeeks],
        Leaves = "Notices already given, and support offered first, are not in the marks.",
    };

    public static ThresholdDefinition PenaltyNoticePortsmouth2023 { get; } = new(settings => Unauthorised(school => school.TermToDate, settings.Portsmouth2023Sessions))
    {
        Name = "PENALTY_NOTICE_PORTSMOUTH_2023",
        Title = "Penalty notice, Portsmouth 2023",
        Source = ThresholdSetting.Portsmouth + ", section 9; superseded by the national framework",
        Says = x => $"{x.Portsmouth2023Sessions} sessions of unauthorised absence (G, N, O, U) in the term, half term included; "
            + "in the holidays, in the term last begun.",
        Settings = [ThresholdSetting.Portsmouth2023Sessions],
        OnByDefault = false,
        Leaves = "Where no term is on file it is not available.",
    };

    public static ThresholdDefinition SchoolAttendancePanel { get; } = new(settings => Unauthorised(school => school.YearToDate, settings.PanelSessions))
    {
        Name = "SCHOOL_ATTENDANCE_PANEL",
        Title = "School attendance panel",
        Source = ThresholdSetting.Portsmouth + ", section 9",
        Says = x => $"{x.PanelSessions} sessions of unauthorised absence (G, N, O, U) in the academic year to date: a panel may be asked for.",
        Settings = [ThresholdSetting.PanelSessions],
        Leaves = "A history of irregular attendance, earlier legal action and support that failed are not in the marks.",
    };

    public static ThresholdDefinition LaReturnUnauthorised { get; } = new(settings => RunRule.WholeDays(CodeSet.Unauthorised, settings.ReturnUnauthorisedDays))
    {
        Name = "LA_RETURN_UNAUTHORISED",
        Title = "Attendance return: unauthorised absence",
        Source = ThresholdSetting.Returns,
        Says = x => $"{x.ReturnUnauthorisedDays} school days in a row whose every possible session is unauthorised absence (G, N, O, U): "
            + "the school tells the authority.",
        Unit = ThresholdUnit.SchoolDays,
        Settings = [ThresholdSetting.ReturnUnauthorisedDays],
        Leaves = "Children who \"fail to attend regularly\" are for the school to name.",
    };

    public static ThresholdDefinition LaReturnSickness { get; } = new(settings => Sickness(2 * settings.ReturnSicknessDays))
    {
        Name = "LA_RETURN_SICKNESS",
        Title = "Sickness return",
        Source = ThresholdSetting.Returns,
        Says = x => $"{x.ReturnSicknessDays} school days of illness (I) in the academic year to date, in a row or not; two sessions make a day: "
            + "the school tells the authority.",
        Settings = [ThresholdSetting.ReturnSicknessDays],
        Leaves = "The duty begins when the school believes that they will be missed, which may be before.",
    };

    public static ThresholdDefinition PartTimeTimetable { get; } = new(settings => new PartTimeRule(settings.PartTimeWeeks))
    {
        Name = "PART_TIME_TIMETABLE",
        Title = "Part-time timetable",
        Source = ThresholdSetting.PartTimeWeeks.Source + "; Coventry, briefing note of 5 October 2023, 4.3",
        Says = x => $"A part-time timetable (C2) in more than {x.PartTimeWeeks} school weeks in a row.",
        Unit = ThresholdUnit.SchoolWeeks,
        Settings = [ThresholdSetting.PartTimeWeeks],
        Leaves = "That it has no end date, or no plan, is not available: no such record is taken in.",
    };

    public static ThresholdDefinition SixthDayProvision { get; } = new(settings => RunRule.WholeDays(CodeSet.Suspension, settings.SuspensionDays))
    {
        Name = "SIXTH_DAY_PROVISION",
        Title = "Sixth-day provision",
        Source = ThresholdSetting.SuspensionDays.Source,
        Says = x => $"{x.SuspensionDays} school days in a row whose every possible session is code E: suspended or excluded, "
            + "and nothing arranged by the day from which education must be.",
        Unit = ThresholdUnit.SchoolDays,
        Settings = [ThresholdSetting.SuspensionDays],
        Leaves = "Education that is arranged is marked as attended (B, K), so such a day ends the run: whether it ended the suspension is not in the marks.",
    };

    public static ThresholdDefinition ChildMissingEducation { get; } = new(_ => new NotAvailableRule())
    {
        Name = "CHILD_MISSING_EDUCATION",
        Title = "Child missing education",
        Source = "Kent, report on reducing exclusions and improving attendance, February 2017, 5.6",
        Says = _ => "Reported as missing education, found, and back within two weeks.",
        Needs = "records of children missing education",
    };

    private static WindowRule Unauthorised(Func<SchoolFrame, DayWindow?> window, int sessions) => new()
    {
        Window = window,
        Holds = x => x.Unauthorised >= sessions,
        Counted = x => x.Unauthorised,
        Proof = CodeSet.Unauthorised,
        LeastProving = sessions,
    };

    private static WindowRule Sickness(int sessions) => new()
    {
        Window = school => school.YearToDate,
        Holds = x => x.Ill >= sessions,
        Counted = x => x.Ill,
        Proof = CodeSet.Illness,
        LeastProving = sessions,
    };
}
