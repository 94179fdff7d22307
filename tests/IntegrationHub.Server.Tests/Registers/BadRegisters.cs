using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Tests.Roll;
using static IntegrationHub.Server.Tests.Registers.BadRegisterCase;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>The table of bad input: every way in which schools' registers are known to go wrong.</summary>
internal static class BadRegisters
{
    public const int ClosedUrn = 900003;
    public const int MostMarks = 20;

    /// <summary>The first pupil's UPN; the second's has the wrong check letter, on the roll as in the register.</summary>
    public static readonly string FirstUpn = RollBuilder.Upn(1);
    public static readonly string SecondUpn = RollBuilder.WrongLetter(2);

    public static readonly IReadOnlyDictionary<string, BadRegisterCase> Table = new Dictionary<string, BadRegisterCase>
    {
        ["school nobody knows"] = Refused(x => x.SchoolUrn = "999999", Reason.UnknownSchool, "school_urn"),
        ["school that is no URN"] = Refused(x => x.SchoolUrn = "Harbour Lane", Reason.UnknownSchool, "school_urn"),
        ["no school"] = Refused(x => x.SchoolUrn = "", Reason.UnknownSchool, "school_urn"),
        ["school that has closed"] = Refused(x => x.SchoolUrn = $"{ClosedUrn}", Reason.SchoolClosed, "session_date"),
        ["no date"] = Refused(x => x.SessionDate = null, Reason.InvalidDate, "session_date"),
        ["31 February"] = Refused(x => x.SessionDate = new Date { Year = 2021, Month = 2, Day = 31 }, Reason.InvalidDate, "session_date"),
        ["year without its century"] = Refused(x => x.SessionDate.Year = 21, Reason.InvalidDate, "session_date"),
        ["first day of all"] = Refused(x => x.SessionDate = new Date { Year = 1, Month = 1, Day = 1 }, Reason.InvalidDate, "session_date"),
        ["tomorrow"] = Refused(x => x.SessionDate.Day++, Reason.DateInFuture, "session_date"),
        ["last day of all"] = Refused(x => x.SessionDate = new Date { Year = 9999, Month = 12, Day = 31 }, Reason.InvalidDate, "session_date"),
        ["August, before the first term"] = Refused(x => x.SessionDate.Month = 8, Reason.DateOutsideSchoolYear, "session_date"),
        ["no session"] = Refused(x => x.Session = SchoolSession.Unspecified, Reason.InvalidSession, "session"),
        ["evening session"] = Refused(x => x.Session = (SchoolSession)3, Reason.InvalidSession, "session"),
        ["no marks"] = Refused(x => x.Marks.Clear(), Reason.RegisterEmpty, "marks"),
        ["too many marks"] = Refused(
            x => x.Marks.AddRange(Enumerable.Range(0, MostMarks).Select(i => RegisterBuilder.Mark($"p{i}", "/"))), Reason.TooManyItems, "marks"),

        ["malformed UPN"] = SetAside(x => x.Upn = FirstUpn[..^1], Reason.MalformedUpn),
        ["placeholder for a UPN"] = SetAside(x => x.Upn = "UN1", Reason.MalformedUpn),
        ["nobody named"] = SetAside(x => x.ClearPupil(), Reason.PupilMissing),
        ["empty identifier"] = SetAside(x => x.MisPupilId = "", Reason.PupilMissing),
        ["unknown code"] = SetAside(x => x.Code = "ZZ", Reason.UnknownCode),
        ["comment in place of a reason"] = SetAside(x => x.Amendment = new() { Reason = new string('x', 201) }, Reason.AmendmentTooLong),

        ["pupil not on the roll"] = Waiting(x => x.MisPupilId = "stranger", Reason.PupilNotOnRoll),
        ["pupil who has left"] = Waiting(x => x.MisPupilId = "left", Reason.DateOutsideEnrolment),
        ["pupil who will come"] = Waiting(x => x.MisPupilId = "next", Reason.DateOutsideEnrolment),

        ["wrong check letter"] = new(x => x.Marks[1].Upn = SecondUpn, Reason.UpnCheckLetter) { Outcome = NoticeOutcome.Warning, Item = 1, FirstCode = "O" },
        ["code of the other era"] = Warned(x => x.Code = "C1", Reason.CodeOfOtherEra, "C1"),
        ["afternoon's code in the morning"] = Warned(x => x.Code = "\\", Reason.CodeOfOtherSession, "\\"),
        ["a day late"] = Warned(x => (x.Code, x.MinutesLate) = ("L", 1440), Reason.InvalidMinutesLate, "L"),
        ["clock ahead"] = Warned(x => x.RecordTime = new() { Seconds = 1_893_456_000 }, Reason.RecordTimeOutOfBounds, "O"),
        ["clock at its factory setting"] = Warned(x => x.RecordTime = new() { Seconds = 0 }, Reason.RecordTimeOutOfBounds, "O"),
        ["time that is no instant"] = Warned(x => x.RecordTime = new() { Seconds = long.MaxValue, Nanos = -1 }, Reason.RecordTimeOutOfBounds, "O"),

        ["pupil twice"] = Repeated(RegisterBuilder.Mark("first", "L")),
        ["pupil once by MIS id and once by UPN"] = Repeated(new() { Upn = FirstUpn, Code = "L" }),
        ["pupil once by MIS id and once by UPN in lower case"] = Repeated(new() { Upn = FirstUpn.ToLowerInvariant(), Code = "L" }),
    };

    /// <summary>Of two marks for the first pupil without record times the later in the register counts.</summary>
    private static BadRegisterCase Repeated(RegisterMark again) =>
        new(x => x.Marks.Add(again), Reason.PupilRepeated) { Outcome = NoticeOutcome.Warning, Item = 2, FirstCode = "L" };
}
