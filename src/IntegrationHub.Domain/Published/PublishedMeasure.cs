using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Published;

/// <summary>A count of sessions that the Department for Education derives from the counts by code.</summary>
public enum PublishedMeasure
{
    /// <summary>Codes / and \ together; a late arrival is not in it.</summary>
    MarkedPresent,

    /// <summary>/, \ and L.</summary>
    PresentSessions,

    ApprovedEducationalActivity,

    /// <summary>Present or at an approved educational activity.</summary>
    OverallAttendance,

    AuthorisedAbsence,

    UnauthorisedAbsence,

    OverallAbsence,

    /// <summary>L and U: late before and after the register closed.</summary>
    LateSessions,

    /// <summary>Attended or absent.</summary>
    PossibleSessions,
}

/// <summary>The measures' columns in published files, and their values.</summary>
public static class PublishedMeasures
{
    private static readonly AttendanceCode Morning = AttendanceCode.Parse("/");
    private static readonly AttendanceCode Afternoon = AttendanceCode.Parse("\\");

    private static readonly Dictionary<string, PublishedMeasure> ByColumn = new(StringComparer.Ordinal)
    {
        ["reason_present"] = PublishedMeasure.MarkedPresent,
        ["present_sessions"] = PublishedMeasure.PresentSessions,
        ["approved_educational_activity"] = PublishedMeasure.ApprovedEducationalActivity,
        ["overall_attendance"] = PublishedMeasure.OverallAttendance,
        ["authorised_absence"] = PublishedMeasure.AuthorisedAbsence,
        ["unauthorised_absence"] = PublishedMeasure.UnauthorisedAbsence,
        ["overall_absence"] = PublishedMeasure.OverallAbsence,
        ["late_sessions"] = PublishedMeasure.LateSessions,
        ["possible_sessions"] = PublishedMeasure.PossibleSessions,
    };

    /// <summary>The measure that a column of sessions holds; null where it is none.</summary>
    public static PublishedMeasure? Find(string column) => ByColumn.TryGetValue(column, out PublishedMeasure measure) ? measure : null;

    /// <summary>
    /// The measure that a rate is of, by the name of its column without "_perc". Rates drop the words that their measure's column begins or
    /// ends with: "attendance" is of overall_attendance, "late" of late_sessions.
    /// </summary>
    public static PublishedMeasure? FindRate(string stem) => Find(stem) ?? Find($"overall_{stem}") ?? Find($"{stem}_sessions");

    /// <summary>The measure's value where so many sessions had each code.</summary>
    public static long Of(CodeCounts sessions, PublishedMeasure measure) => measure switch
    {
        PublishedMeasure.MarkedPresent => sessions[Morning] + sessions[Afternoon],
        PublishedMeasure.PresentSessions => sessions.PresentSessions,
        PublishedMeasure.ApprovedEducationalActivity => sessions.ApprovedEducationalActivity,
        PublishedMeasure.OverallAttendance => sessions.OverallAttendance,
        PublishedMeasure.AuthorisedAbsence => sessions.AuthorisedAbsence,
        PublishedMeasure.UnauthorisedAbsence => sessions.UnauthorisedAbsence,
        PublishedMeasure.OverallAbsence => sessions.OverallAbsence,
        PublishedMeasure.LateSessions => sessions.LateSessions,
        PublishedMeasure.PossibleSessions => sessions.PossibleSessions,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };
}
