using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Coverage;

/// <summary>What a local authority may choose about its nightly reconciliation. The defaults are the hub's.</summary>
public sealed record ReconciliationSettings
{
    public static ReconciliationSettings Default { get; } = new();

    /// <summary>Which days are judged. Academic year to date.</summary>
    public ReconciliationWindow Window { get; init; } = ReconciliationWindow.YearToDate;

    /// <summary>How many weeks, where the window is of rolling weeks. 12.</summary>
    public int RollingWeeks { get; init; } = 12;

    /// <summary>
    /// The fewest possible sessions on which a child is judged, so that the first week of term floods nobody. 20: ten school days.
    /// </summary>
    public int LeastPossibleSessions { get; init; } = 20;

    /// <summary>Whether only children of compulsory school age on the as-of date are judged. Yes.</summary>
    public bool CompulsorySchoolAgeOnly { get; init; } = true;

    /// <summary>How many months an Early Help lead lasts. 6.</summary>
    public int EarlyHelpLeadMonths { get; init; } = 6;

    /// <summary>How many days before its end a lead is listed as ending. 28, the twenty-eighth day included.</summary>
    public int LeadEndingNoticeDays { get; init; } = 28;

    /// <summary>From where a source is no longer believed.</summary>
    public FitnessSettings Fitness { get; init; } = new();

    /// <summary>
    /// The days judged on a date. A term window needs a calendar that has begun a term; without one it is the year to date.
    /// </summary>
    public AttendanceWindow WindowOn(DateOnly asOf, SchoolCalendar? calendar = null) => Window switch
    {
        ReconciliationWindow.RollingWeeks => AttendanceWindow.RollingWeeks(asOf, RollingWeeks),
        ReconciliationWindow.TermToDate when calendar?.LastBegun(asOf) is { } term =>
            AttendanceWindow.Dates(term.Start, asOf),
        _ => AttendanceWindow.YearToDate(asOf),
    };
}
