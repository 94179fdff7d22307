using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: submissions and requests as a whole.
public static partial class Reason
{
    [Means("The submission_id or request_id is no UUID, or is the UUID of all zeros.",
        "Give each a UUID of its own, and keep it when you resend it.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidSubmissionId = "INVALID_SUBMISSION_ID";

    [Means("This id was used before for other content.",
        "Give each new or corrected submission an id of its own. Only a resend of the very same content keeps its id.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, FailedPrecondition)]
    public const string SubmissionIdReused = "SUBMISSION_ID_REUSED";

    [Means("The submission is larger than the hub takes (4 MB by default).", "Split it into several submissions.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string SubmissionTooLarge = "SUBMISSION_TOO_LARGE";

    [Means("The submission or request holds nothing: no records, no items, and no begin or end of a snapshot.",
        "Send at least one record, or nothing.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string SubmissionEmpty = "SUBMISSION_EMPTY";

    [Means("A text is not valid UTF-8, or holds the replacement character U+FFFD or the null character U+0000: something on the way has "
        + "lost letters of it. The field is named.",
        "Encode texts in UTF-8 from their source on, and send it as a new submission.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidText = "INVALID_TEXT";

    [Means("No school of this authority has this URN or DfE number.", "Check the number, or ask the LA to add the school.")]
    [Arises(RefusesSubmission)]
    [Arises(RefusesItem)]
    [Arises(FailsCall, FailedPrecondition)]
    [Arises(FailsCall, NotFound)]
    public const string UnknownSchool = "UNKNOWN_SCHOOL";

    [Means("The school was not open under this URN on the session's date.",
        "Check the date. A school that has become an academy has a new URN: use that from its first day on.")]
    [Arises(RefusesSubmission)]
    public const string SchoolClosed = "SCHOOL_CLOSED";

    [Means("A date that is needed is missing, or is no day of the calendar from 1900 to 2200. A session or snapshot is not older than 1990.", "Give year, month and day.")]
    [Arises(RefusesSubmission)]
    [Arises(Warning)]
    [Arises(Quarantined)]
    [Arises(RefusesItem)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidDate = "INVALID_DATE";

    [Means("The date lies after today in the LA's time zone.",
        "Send a register when it has been taken and a snapshot when its day has come. Look at the sender's clock and time zone.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string DateInFuture = "DATE_IN_FUTURE";

    [Means("The session lies before the first or after the last term that the LA has on file for that school year; or a term or "
        + "closure reaches over 31 July.",
        "Check the date, or ask the LA to mend the school's terms.")]
    [Arises(RefusesSubmission)]
    [Arises(RefusesItem)]
    public const string DateOutsideSchoolYear = "DATE_OUTSIDE_SCHOOL_YEAR";

    [Means("The register does not say whether it is the morning or the afternoon session.", "Set session.")]
    [Arises(RefusesSubmission)]
    public const string InvalidSession = "INVALID_SESSION";

    [Means("The register holds no marks.", "Send it when it has been taken. To take marks back, send them with withdrawn set.")]
    [Arises(RefusesSubmission)]
    public const string RegisterEmpty = "REGISTER_EMPTY";

    [Means("The submission or request holds more marks, records or items than are taken at once (3,000 marks and 10,000 records by "
        + "default).",
        "Split it.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string TooManyItems = "TOO_MANY_ITEMS";

    [Means("The LA has declared no source of case records with this source_id.", "Check it, or ask the LA to declare the source.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, NotFound)]
    public const string UnknownSource = "UNKNOWN_SOURCE";
}
