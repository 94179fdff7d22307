using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using Contract = IntegrationHub.Contracts.Feedback.V1;
using RegisterContract = IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Feedback;

/// <summary>Entries of schools' lists in the words of the contract.</summary>
internal static class FeedbackEntries
{
    public static Contract.PupilConcern ToMessage(Lists.PupilConcern entry) => new()
    {
        SchoolLaestab = Number(entry.Laestab),
        Pupil = ToMessage(entry.Pupil),
        Measures = entry.Counts.ToMessage(),
        CompulsorySchoolAge = entry.CompulsoryAge,
    };

    public static Contract.UnexplainedAbsence ToMessage(Lists.UnexplainedAbsence entry) => new()
    {
        SchoolLaestab = Number(entry.Laestab),
        Pupil = ToMessage(entry.Pupil),
        SessionDate = entry.Date.ToDate(),
        Session = (RegisterContract.SchoolSession)entry.Session,
        DueDate = entry.Overdue.DueDate.ToDate(),
        SchoolDaysOver = entry.Overdue.SchoolDaysOver,
        LeavingDate = entry.Leaving?.ToDate(),
    };

    public static Contract.MissingRegister ToMessage(Lists.MissingRegister entry) => new()
    {
        SchoolLaestab = Number(entry.Laestab),
        SessionDate = entry.Date.ToDate(),
        Session = (RegisterContract.SchoolSession)entry.Session,
        Kind = (Contract.MissingKind)entry.Kind,
        Pupil = entry.Pupil is { } pupil ? ToMessage(pupil) : null,
        UnmarkedPupilCount = entry.Unmarked,
    };

    public static Contract.DoubtfulCode ToMessage(Lists.DoubtfulCode entry) => new()
    {
        SchoolLaestab = Number(entry.Laestab),
        Code = entry.Code,
        Kind = (Contract.DoubtfulCodeKind)entry.Kind,
        CodeName = entry.Name,
        SessionCount = entry.Sessions.Count,
        FirstDate = entry.Sessions.First.ToDate(),
        LastDate = entry.Sessions.Last.ToDate(),
    };

    public static Contract.DoubtfulUpn ToMessage(Lists.DoubtfulUpn entry) => new()
    {
        SchoolLaestab = Number(entry.Laestab),
        Pupil = ToMessage(entry.Pupil),
        Fault = (Contract.UpnFault)entry.Fault,
        SharedWithLaestabs = { entry.SharedWith.Select(Number) },
    };

    public static Contract.TwoSchoolMarks ToMessage(Lists.TwoSchoolMarks entry) => new()
    {
        SchoolLaestab = Number(entry.Laestab),
        Pupil = ToMessage(entry.Pupil),
        SessionDate = entry.Date.ToDate(),
        Session = (RegisterContract.SchoolSession)entry.Session,
        Code = entry.Code.Value,
        OtherMarks = { entry.Others.Select(x => new Contract.OtherSchoolMark { SchoolLaestab = x.School.ToString(), Code = x.Code.Value }) },
        CountedCode = entry.Counted.Value,
    };

    private static Contract.FeedbackPupil ToMessage(KnownByNumber pupil)
    {
        var message = new Contract.FeedbackPupil { PupilId = pupil.PupilId, MisPupilId = pupil.MisPupilId, Upn = pupil.Upn };
        if (pupil.YearGroup is { } year)
            message.YearGroup = year;
        return message;
    }

    private static string Number(int laestab) => new Laestab(laestab).ToString();
}
