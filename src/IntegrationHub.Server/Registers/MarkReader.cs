using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Registers;

/// <summary>
/// Reads one mark of a register: what it says, or why it cannot be read. The receipt and the fold both read through it, so that
/// what the receipt announced is what happens.
/// </summary>
internal readonly ref struct MarkReader(int sessionNumber, RecordTimeBounds bounds, SchoolMends mends)
{
    private const int MostMinutesLate = 480;
    private const int MostReasonCharacters = 200;

    /// <summary>Reads a mark; its <see cref="DecodedMark.Fault"/> says why it counts for nothing.</summary>
    public DecodedMark Read(RegisterMark mark)
    {
        var pupil = ReadPupil(mark, out var fault);
        // Whom the school means by an identifier that is wrong is not for the identifier to say.
        if (mends.TryCorrect(pupil, out pupil))
            fault = null;
        var code = ReadCode(mark, out var isMapped, ref fault);
        if (mark.Amendment is { Reason.Length: > MostReasonCharacters })
            fault ??= Reason.AmendmentTooLong;
        return new DecodedMark
        {
            Pupil = pupil,
            Code = code,
            Fault = fault,
            UnknownCode = fault == Reason.UnknownCode ? mark.Code : null,
            RecordTime = BelievedTime(mark),
            MinutesLate = HasUsableMinutes(mark) ? mark.MinutesLate : null,
            SourceCode = SourceCodeOf(mark, isMapped),
            Amendment = ReadAmendment(mark.Amendment),
        };
    }

    /// <summary>What should be mended at the source about a mark that counts; null: nothing.</summary>
    public string? Warning(RegisterMark mark, in DecodedMark read)
    {
        if (read.Pupil.Scheme == PupilScheme.Upn && Upn.Examine(read.Pupil.Value, out _) == UpnDefect.WrongCheckLetter)
            return Reason.UpnCheckLetter;
        if (!IsNothing(read.Code))
        {
            var code = AttendanceCode.FromIndex(read.Code);
            if (!code.IsValidOn(SessionNumber.DateOf(sessionNumber)))
                return Reason.CodeOfOtherEra;
            if (IsOfOtherSession(code))
                return Reason.CodeOfOtherSession;
        }
        if (mark.HasMinutesLate && !HasUsableMinutes(mark))
            return Reason.InvalidMinutesLate;
        return mark.RecordTime is not null && read.RecordTime is null ? Reason.RecordTimeOutOfBounds : null;
    }

    private static PupilKey ReadPupil(RegisterMark mark, out string? fault)
    {
        fault = null;
        if (mark is { PupilCase: RegisterMark.PupilOneofCase.MisPupilId, MisPupilId.Length: > 0 })
            return new(PupilScheme.Mis, mark.MisPupilId);
        if (mark is not { PupilCase: RegisterMark.PupilOneofCase.Upn, Upn.Length: > 0 })
        {
            fault = Reason.PupilMissing;
            return new(PupilScheme.Upn, "");
        }
        if (Upn.Examine(mark.Upn, out var upn) is UpnDefect.None or UpnDefect.WrongCheckLetter)
            return new(PupilScheme.Upn, upn.Value);
        fault = Reason.MalformedUpn;
        return new(PupilScheme.Upn, mark.Upn);
    }

    private byte ReadCode(RegisterMark mark, out bool isMapped, ref string? fault)
    {
        isMapped = false;
        if (mark.Withdrawn)
            return AttendanceCode.WithdrawnIndex;
        if (AttendanceCode.IsNotMarked(mark.Code))
            return AttendanceCode.NotMarkedIndex;
        if (AttendanceCode.TryParse(mark.Code, out var code))
            return code.Index;
        if (isMapped = mends.TryMapCode(mark.Code, out var meant))
            return meant;
        if (SubCode.Find(mark.Code) is { } subCode)
        {
            isMapped = true;
            return subCode.Code.Index;
        }
        fault ??= Reason.UnknownCode;
        return AttendanceCode.NotMarkedIndex;
    }

    /// <summary>The MIS's own code where it differs from the statutory one; of a mapped mark, the one that was mapped.</summary>
    private static string? SourceCodeOf(RegisterMark mark, bool isMapped)
    {
        if (mark.SourceCode.Length > 0 && mark.SourceCode != mark.Code)
            return mark.SourceCode;
        return isMapped ? mark.Code : null;
    }

    private static bool IsNothing(byte code) => code is AttendanceCode.NotMarkedIndex or AttendanceCode.WithdrawnIndex;

    private static Storage.Attendance.MarkAmendment? ReadAmendment(Contracts.Registers.V1.MarkAmendment? amendment) => amendment is null
        ? null
        : new(NullIfEmpty(amendment.OriginalCode), NullIfEmpty(amendment.Reason), NullIfEmpty(amendment.AmendedBy), amendment.AmendTime.ToUtc());

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static bool HasUsableMinutes(RegisterMark mark) => mark is { HasMinutesLate: true, MinutesLate: >= 0 and <= MostMinutesLate };

    private DateTime? BelievedTime(RegisterMark mark) => mark.RecordTime.ToUtc() is { } time && bounds.Contain(time) ? time : null;

    private bool IsOfOtherSession(AttendanceCode code) => code.Value switch
    {
        "/" => SessionNumber.SessionOf(sessionNumber) == Domain.Attendance.SchoolSession.Pm,
        "\\" => SessionNumber.SessionOf(sessionNumber) == Domain.Attendance.SchoolSession.Am,
        _ => false,
    };
}
