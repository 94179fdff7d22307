using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using Contract = IntegrationHub.Contracts.Attendance.V1;
using RegisterContract = IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Attendance;

/// <summary>Attendance in the words of the contract.</summary>
internal static class AttendanceMessages
{
    public static Contract.GetPupilAttendanceResponse ToMessage(this PupilAttendance pupil)
    {
        var message = new Contract.GetPupilAttendanceResponse
        {
            PupilId = pupil.PupilId,
            Window = pupil.Window.ToMessage(),
            Measures = pupil.Child.Counts.ToMessage(),
            ConflictingSessionCount = pupil.Child.Conflicts.Count,
            Freshness = pupil.Freshness.ToMessage(),
        };
        message.Enrolments.AddRange(pupil.Enrolments.Select(ToMessage));
        message.Sessions.AddRange(pupil.Sessions.Select(ToMessage));
        return message;
    }

    public static Contract.CaseloadChild ToMessage(this CaseloadChild child)
    {
        var message = new Contract.CaseloadChild { SourceChildId = child.SourceChildId, PupilId = child.PupilId ?? 0 };
        if (child.Attendance is not { } attendance)
            return message;
        message.Measures = attendance.Counts.ToMessage();
        message.LatestAm = ToMessage(attendance.LatestAm);
        message.LatestPm = ToMessage(attendance.LatestPm);
        message.LastMarkedDate = attendance.LastMarkedDate?.ToDate();
        message.SchoolLaestabs.AddRange(attendance.Schools.Select(Number));
        return message;
    }

    public static Contract.Freshness ToMessage(this Freshness freshness)
    {
        var message = new Contract.Freshness { Position = freshness.Position, AsOfTime = freshness.AsOfTime.ToTimestamp() };
        message.Schools.AddRange(freshness.Schools.Select(x => new Contract.SchoolFreshness
        {
            SchoolLaestab = Number(x.Laestab),
            LastRegisterTime = x.LastRegisterTime?.ToTimestamp(),
            LastSessionDate = x.LastSessionDate?.ToDate(),
        }));
        return message;
    }

    public static Contract.AttendanceMeasures ToMessage(this SessionCounts counts)
    {
        var message = Sums(counts);
        message.PersistentlyAbsent = counts.IsPersistentlyAbsent;
        message.SeverelyAbsent = counts.IsSeverelyAbsent;
        message.ChronicallyAbsent = counts.IsChronicallyAbsent;
        return message;
    }

    /// <summary>The sums alone: the three cohorts are of children, and a school is in none of them.</summary>
    public static Contract.AttendanceMeasures Sums(SessionCounts counts)
    {
        var message = new Contract.AttendanceMeasures
        {
            PossibleSessions = counts.Possible,
            AttendedSessions = counts.Attended,
            AuthorisedAbsenceSessions = counts.Authorised,
            UnauthorisedAbsenceSessions = counts.Unauthorised,
            LateSessions = counts.Late,
            ApprovedEducationalActivitySessions = counts.ApprovedEducationalActivity,
            NotPossibleSessions = counts.NotPossible + counts.Administrative,
        };
        if (counts.Possible == 0)
            return message;
        message.AttendancePercent = counts.AttendanceRate!.Value;
        message.OverallAbsencePercent = counts.AbsenceRate!.Value;
        message.AuthorisedAbsencePercent = counts.AuthorisedAbsenceRate!.Value;
        message.UnauthorisedAbsencePercent = counts.UnauthorisedAbsenceRate!.Value;
        message.LatePercent = counts.LateRate!.Value;
        return message;
    }

    private static Contract.EnrolmentAttendance ToMessage(EnrolmentAttendance enrolment) => new()
    {
        SchoolLaestab = Number(enrolment.Laestab),
        SchoolName = enrolment.SchoolName,
        EntryDate = enrolment.EntryDate.ToDate(),
        LeavingDate = enrolment.LeavingDate?.ToDate(),
        Measures = enrolment.Counts.ToMessage(),
    };

    private static Contract.SessionMark ToMessage(MarkedSession session)
    {
        var message = new Contract.SessionMark
        {
            SessionDate = session.Date.ToDate(),
            Session = (RegisterContract.SchoolSession)session.Session,
            Code = session.Code.Value,
            Category = ToMessage(session.Code.Category),
            SchoolLaestab = Number(session.Laestab),
            SourceCode = session.Detail?.SourceCode ?? "",
        };
        if (session.Detail?.MinutesLate is { } minutes)
            message.MinutesLate = minutes;
        return message;
    }

    // The contract numbers categories as the domain does; a test holds them together.
    private static Contract.MarkCategory ToMessage(AttendanceCategory category) => (Contract.MarkCategory)category;

    private static string Number(int laestab) => new Laestab(laestab).ToString();
}
