using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: single marks of a register.
public static partial class Reason
{
    [Means("The mark names no pupil.", "Name the pupil by upn or by mis_pupil_id.")]
    [Arises(Quarantined)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string PupilMissing = "PUPIL_MISSING";

    [Means("The pupil is not on this school's roll yet.",
        "Nothing, if the roll is on its way: the mark is kept, and counts from the moment the roll names the pupil. Otherwise check "
        + "the identifier.")]
    [Arises(Pending)]
    [Arises(FailsCall, FailedPrecondition)]
    public const string PupilNotOnRoll = "PUPIL_NOT_ON_ROLL";

    [Means("The pupil is known to the school, but was not on its roll on that day: it lies before the entry date or after the leaving "
        + "date.",
        "Nothing, if the roll's dates will still change: the mark is kept, and counts from the moment they cover the day. If the "
        + "pupil has left, take them off the register.")]
    [Arises(Pending)]
    public const string DateOutsideEnrolment = "DATE_OUTSIDE_ENROLMENT";

    [Means("Two pupils answer to this identifier.", "Mend the roll, or name the pupil by the other identifier.")]
    [Arises(Pending)]
    [Arises(FailsCall, FailedPrecondition)]
    public const string PupilAmbiguous = "PUPIL_AMBIGUOUS";

    [Means("The pupil stands in this register or on this roll twice, perhaps once by UPN and once by the MIS's identifier. Of marks "
        + "with the same record time the later in the register counts.",
        "Keep one mark for each pupil and session, and one record for each pupil and enrolment.")]
    [Arises(Warning)]
    public const string PupilRepeated = "PUPIL_REPEATED";

    [Means("The code is none of the statutory attendance codes, of today or of before August 2024, and none of the sub-codes "
        + "that schools' systems share.",
        "Put the statutory code into code and the school's own into source_code, or have the operator say what it means at the school.")]
    [Arises(Quarantined)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string UnknownCode = "UNKNOWN_CODE";

    [Means("The code was not in use on that date: the codes changed on 19 August 2024. It counts as what it meant in its own time.",
        "Mend it at the school.")]
    [Arises(Warning)]
    public const string CodeOfOtherEra = "CODE_OF_OTHER_ERA";

    [Means("By its calendar the school had no session on that day: a weekend, holidays, half term, or a day closed. The mark counts, since a "
        + "register is what was done and a calendar what was meant.",
        "Mend the date, or have the calendar mended: an opening on a Saturday, a training day that was moved.")]
    [Arises(Warning)]
    public const string NoSchoolDay = "NO_SCHOOL_DAY";

    [Means("/ is for mornings and \\ for afternoons. The mark counts as present.", "Mend it at the school.")]
    [Arises(Warning)]
    public const string CodeOfOtherSession = "CODE_OF_OTHER_SESSION";

    [Means("The UPN has not the shape of one: a letter, eleven digits, and a digit or a letter. A mark with it does not count; a "
        + "record does, and is joined to nobody by it.",
        "Mend it, or leave it out and name the pupil by mis_pupil_id.")]
    [Arises(Warning)]
    [Arises(Quarantined)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string MalformedUpn = "MALFORMED_UPN";

    [Means("The UPN's first letter does not fit its digits: one of them is mistyped. A mark with it counts if the roll has the same "
        + "UPN; nothing is joined across systems by it.",
        "Mend the UPN at the source.")]
    [Arises(Warning)]
    public const string UpnCheckLetter = "UPN_CHECK_LETTER";

    [Means("The minutes late are not between 0 and 480. The mark counts without them.", "Send whole minutes, or none.")]
    [Arises(Warning)]
    public const string InvalidMinutesLate = "INVALID_MINUTES_LATE";

    [Means("The reason of an amendment has more than 200 characters. Comments about a child do not belong there.",
        "Send the MIS's short reason.")]
    [Arises(Quarantined)]
    public const string AmendmentTooLong = "AMENDMENT_TOO_LONG";

    [Means("The record_time is no instant, lies in the hub's future (beyond 5 minutes by default), or more than a year before the "
        + "session's day. It is passed over, and the mark counts as made when the hub received it.",
        "Look at the clock and time zone of the system that writes it: a record_time is UTC.")]
    [Arises(Warning)]
    public const string RecordTimeOutOfBounds = "RECORD_TIME_OUT_OF_BOUNDS";
}
