namespace IntegrationHub.Domain;

/// <summary>
/// Every reason that the hub gives for refusing, holding or remarking on something: stable words for programs to act on, published
/// in docs/errors.md. Append, never rename.
/// </summary>
public static class Reason
{
    // A feed's own rules. These end the stream.
    public const string OpeningExpected = "OPENING_EXPECTED";
    public const string OpeningRepeated = "OPENING_REPEATED";
    public const string InvalidWriterId = "INVALID_WRITER_ID";
    public const string SequenceGap = "SEQUENCE_GAP";
    public const string WriterSuperseded = "WRITER_SUPERSEDED";
    public const string EmptyMessage = "EMPTY_MESSAGE";
    public const string MessageUnreadable = "MESSAGE_UNREADABLE";
    public const string MessageTooLarge = "MESSAGE_TOO_LARGE";
    public const string Draining = "DRAINING";
    public const string StorageUnavailable = "STORAGE_UNAVAILABLE";
    public const string CallerUnknown = "CALLER_UNKNOWN";

    // A submission as a whole. These refuse it.
    public const string InvalidSubmissionId = "INVALID_SUBMISSION_ID";
    public const string SubmissionIdReused = "SUBMISSION_ID_REUSED";
    public const string SubmissionTooLarge = "SUBMISSION_TOO_LARGE";
    public const string SubmissionEmpty = "SUBMISSION_EMPTY";
    public const string InvalidText = "INVALID_TEXT";
    public const string UnknownSchool = "UNKNOWN_SCHOOL";
    public const string SchoolClosed = "SCHOOL_CLOSED";
    public const string InvalidDate = "INVALID_DATE";
    public const string DateInFuture = "DATE_IN_FUTURE";
    public const string DateOutsideSchoolYear = "DATE_OUTSIDE_SCHOOL_YEAR";
    public const string InvalidSession = "INVALID_SESSION";
    public const string RegisterEmpty = "REGISTER_EMPTY";
    public const string TooManyItems = "TOO_MANY_ITEMS";
    public const string UnknownSource = "UNKNOWN_SOURCE";
    public const string SnapshotUnknown = "SNAPSHOT_UNKNOWN";
    public const string SnapshotNotOpen = "SNAPSHOT_NOT_OPEN";
    public const string SnapshotCountMismatch = "SNAPSHOT_COUNT_MISMATCH";
    public const string SnapshotNotHeld = "SNAPSHOT_NOT_HELD";
    public const string DeltaExpected = "DELTA_EXPECTED";
    public const string InvalidSnapshotId = "INVALID_SNAPSHOT_ID";
    public const string SnapshotIdReused = "SNAPSHOT_ID_REUSED";

    // One mark or record of an accepted submission.
    public const string PupilMissing = "PUPIL_MISSING";
    public const string PupilNotOnRoll = "PUPIL_NOT_ON_ROLL";
    public const string DateOutsideEnrolment = "DATE_OUTSIDE_ENROLMENT";
    public const string PupilAmbiguous = "PUPIL_AMBIGUOUS";
    public const string PupilRepeated = "PUPIL_REPEATED";
    public const string UnknownCode = "UNKNOWN_CODE";
    public const string CodeOfOtherEra = "CODE_OF_OTHER_ERA";
    public const string CodeOfOtherSession = "CODE_OF_OTHER_SESSION";
    public const string MalformedUpn = "MALFORMED_UPN";
    public const string UpnCheckLetter = "UPN_CHECK_LETTER";
    public const string UpnDateOfBirthMismatch = "UPN_DATE_OF_BIRTH_MISMATCH";
    public const string InvalidMinutesLate = "INVALID_MINUTES_LATE";
    public const string AmendmentTooLong = "AMENDMENT_TOO_LONG";
    public const string RecordTimeOutOfBounds = "RECORD_TIME_OUT_OF_BOUNDS";
    public const string RecordIncomplete = "RECORD_INCOMPLETE";
    public const string UnknownLeadKind = "UNKNOWN_LEAD_KIND";
    public const string UnknownPlanKind = "UNKNOWN_PLAN_KIND";
    public const string InvalidNhsNumber = "INVALID_NHS_NUMBER";
    public const string SnapshotHeld = "SNAPSHOT_HELD";
    public const string TextTooLong = "TEXT_TOO_LONG";
    public const string DatesOutOfOrder = "DATES_OUT_OF_ORDER";
    public const string UnknownValue = "UNKNOWN_VALUE";
    public const string InvalidYearGroup = "INVALID_YEAR_GROUP";
    public const string InvalidSex = "INVALID_SEX";
    public const string InvalidAuthority = "INVALID_AUTHORITY";
    public const string UpnShared = "UPN_SHARED";
    public const string RecordRepeated = "RECORD_REPEATED";
    public const string RecordUnknown = "RECORD_UNKNOWN";
    public const string ChildUnknown = "CHILD_UNKNOWN";

    // Quarantine.
    public const string QuarantineItemUnknown = "QUARANTINE_ITEM_UNKNOWN";
    public const string CodeIsStatutory = "CODE_IS_STATUTORY";
    public const string MendUnknown = "MEND_UNKNOWN";
    public const string ResendNeeded = "RESEND_NEEDED";

    // Calls that ask.
    public const string InvalidArgument = "INVALID_ARGUMENT";
    public const string InvalidPageToken = "INVALID_PAGE_TOKEN";
    public const string PupilUnknown = "PUPIL_UNKNOWN";
    public const string ServiceUnknown = "SERVICE_UNKNOWN";
    public const string FlagUnknown = "FLAG_UNKNOWN";
    public const string FlagClosed = "FLAG_CLOSED";
    public const string RunUnknown = "RUN_UNKNOWN";
    public const string NoCompleteRun = "NO_COMPLETE_RUN";
    public const string RunFailed = "RUN_FAILED";
    public const string InvalidUrn = "INVALID_URN";
    public const string InvalidLaestab = "INVALID_LAESTAB";
    public const string UrnOfOtherSchool = "URN_OF_OTHER_SCHOOL";
    public const string InvalidSourceId = "INVALID_SOURCE_ID";
    public const string InvalidInterval = "INVALID_INTERVAL";
    public const string InvalidAgeRange = "INVALID_AGE_RANGE";
}
