using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Coverage;

/// <summary>Judges one child for the nightly reconciliation. Pure: the same evidence, date and settings give the same result.</summary>
public static class ChildJudgement
{
    /// <summary>What the child's attendance says.</summary>
    /// <remarks>
    /// Age is asked first, then whether anything is marked, then whether enough was possible. A child with marks and nothing possible (dual
    /// registered elsewhere all term) has too few sessions however few are asked for: with nothing possible there is nothing to be absent
    /// from.
    /// </remarks>
    public static AttendanceStanding StandingOf(SessionCounts counts, DateOnly dateOfBirth, DateOnly asOf, ReconciliationSettings settings)
    {
        if (settings.CompulsorySchoolAgeOnly && !CompulsorySchoolAge.IsCompulsory(dateOfBirth, asOf))
            return AttendanceStanding.OutsideCompulsoryAge;
        if (counts.Marked == 0)
            return AttendanceStanding.NoMarks;
        if (counts.Possible == 0 || counts.Possible < settings.LeastPossibleSessions)
            return AttendanceStanding.TooFewSessions;

        return counts.IsChronicallyAbsent ? AttendanceStanding.ChronicallyAbsent : AttendanceStanding.NotChronicallyAbsent;
    }

    /// <summary>The child's result: standing, and for the chronically absent the class and the flags.</summary>
    /// <remarks>
    /// A child of another authority is classed and carries no flag: case sources follow home, and there is nothing this authority could do
    /// that would clear it. Such children have a line of their own in the summary.
    /// </remarks>
    public static ChildResult Judge(ChildEvidence child, DateOnly asOf, ReconciliationSettings settings)
    {
        ChildResult result = new()
        {
            PupilId = child.PupilId,
            MainSchool = child.MainSchool,
            YearGroup = child.YearGroup,
            HasEhcp = child.HasEhcp,
            Restricted = child.Restricted,
            IsOfHomeAuthority = child.IsOfHomeAuthority,
            Counts = child.Attendance.Counts,
            ConflictingSessions = child.Attendance.Conflicts.Count,
            Standing = StandingOf(child.Attendance.Counts, child.DateOfBirth, asOf, settings),
        };
        if (result.Standing != AttendanceStanding.ChronicallyAbsent)
            return result;

        CombinedAnswer answer = child.Answer
            ?? throw new ArgumentException("A chronically absent child cannot be judged before its sources are asked.", nameof(child));
        return result with
        {
            Class = CoverageClassifier.Classify(answer, child.Restricted),
            Lead = child.Restricted ? null : answer.Lead,
            Plan = child.Restricted ? null : answer.Plan,
            Flags = child.IsOfHomeAuthority ? FlagRules.For(answer, child.Restricted, asOf, settings) : [],
        };
    }
}
