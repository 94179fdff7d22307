using Google.Protobuf.WellKnownTypes;
using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.City.Streaming;

/// <summary>Writes the marks of a register, in the manner of the school's vendor.</summary>
internal static class MarkWriter
{
    public static void Write(RegisterSubmission register, RegisterSlip slip)
    {
        if (slip.Corrections is { } corrections)
            WriteCorrections(register, slip, corrections);
        else
            WriteWhole(register, slip);
    }

    private static void WriteWhole(RegisterSubmission register, RegisterSlip slip)
    {
        int day = slip.Session / 2;
        bool morning = (slip.Session & 1) == 0;
        Timestamp taken = CityTerm.Utc(CityTerm.Days[day], morning ? 8 : 13, (morning ? 45 : 5) + (slip.Class.YearGroup % 12)).ToContract();
        register.Marks.Capacity = slip.Marks;
        foreach (CityEnrolment member in slip.Class.Members)
        {
            if (!member.IsInRegister(day))
                continue;

            byte code = member.MarkAt(slip.Session);
            if ((code == Codes.AbsentWithoutReason || code == Codes.Ill) && WasFirstMarkedN(member, slip.Session))
                code = Codes.NoReasonYet;
            register.Marks.Add(Write(member, code, slip.Session, taken));
        }
    }

    private static void WriteCorrections(RegisterSubmission register, RegisterSlip slip, PupilCorrection[] corrections)
    {
        foreach (PupilCorrection correction in corrections)
        {
            byte code = correction.Enrolment.MarkAt(correction.Session);
            Timestamp made = CityTerm.Utc(CityTerm.Days[correction.Day], 15, 20 + (correction.Enrolment.Pupil.Index % 30)).ToContract();
            RegisterMark mark = Write(correction.Enrolment, code, correction.Session, made);
            mark.Amendment = new MarkAmendment
            {
                OriginalCode = AttendanceCode.FromIndex(Codes.NoReasonYet).Value,
                Reason = code == Codes.Ill ? "Parent telephoned: ill" : "No satisfactory reason given",
                AmendedBy = $"Attendance office, {slip.Class.School.Name}",
                AmendTime = made,
            };
            register.Marks.Add(mark);
        }
    }

    private static bool WasFirstMarkedN(CityEnrolment member, int session)
    {
        foreach (CityCorrection correction in member.Pupil.Corrections)
        {
            if (correction.Session == session)
                return member.IsDueHere(session / 2);
        }

        return false;
    }

    private static RegisterMark Write(CityEnrolment member, byte code, int session, Timestamp recorded)
    {
        CityVendor vendor = member.School.Vendor;
        RegisterMark mark = new() { Code = AttendanceCode.FromIndex(code).Value, RecordTime = recorded };
        if (vendor.UsesOwnIdentifiers || member.Pupil.Upn is null or CityPupil.NoUpn)
            mark.MisPupilId = member.MisPupilId;
        else
            mark.Upn = member.Pupil.Upn;

        if (vendor.WritesMinutesLate && (code == Codes.Late || code == Codes.LateAfterClose))
            mark.MinutesLate = (code == Codes.Late ? 1 : 31) + ((member.Pupil.Index + session) % 29);
        if (vendor.WritesSourceCodes && (code == Codes.Ill || code == Codes.NotRequired))
            mark.SourceCode = code == Codes.Ill ? "I1" : "X2";
        return mark;
    }
}
