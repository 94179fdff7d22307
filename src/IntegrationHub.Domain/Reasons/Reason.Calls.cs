using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: calls that ask, and the operator's requests.
public static partial class Reason
{
    [Means("A field of the request does not hold what it should. The error names the field and says what it takes.", "Mend the field.")]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidArgument = "INVALID_ARGUMENT";

    [Means("The page_token is not from an answer to this request.", "Start again without one, and change nothing else between pages.")]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidPageToken = "INVALID_PAGE_TOKEN";

    [Means("No roll of the authority has named this pupil; or the pupil is protected, and not shown.", "Check the identifier.")]
    [Arises(FailsCall, NotFound)]
    public const string PupilUnknown = "PUPIL_UNKNOWN";

    [Means("The moment of known_at has not come yet: a time that lies ahead, or a position that the journal has not reached.", "Ask for an earlier one, or leave known_at out.")]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string MomentNotReached = "MOMENT_NOT_REACHED";

    [Means("The authority has no such flag.", "List the flags.")]
    [Arises(FailsCall, NotFound)]
    public const string FlagUnknown = "FLAG_UNKNOWN";

    [Means("The flag's cause is gone, and it has closed by itself.", "Nothing: there is nothing left to decide.")]
    [Arises(FailsCall, FailedPrecondition)]
    public const string FlagClosed = "FLAG_CLOSED";

    [Means("The authority has no such reconciliation.", "List the runs.")]
    [Arises(FailsCall, NotFound)]
    public const string RunUnknown = "RUN_UNKNOWN";

    [Means("No reconciliation has been completed yet.", "Run one, or wait for the night.")]
    [Arises(FailsCall, FailedPrecondition)]
    public const string NoCompleteRun = "NO_COMPLETE_RUN";

    [Means("The reconciliation broke off. Nothing of it is kept.", "The hub's log says why. Run it again.")]
    [Arises(FailsCall, Internal)]
    public const string RunFailed = "RUN_FAILED";

    [Means("The hub does not serve this service.", "Ask the hub by reflection for those that it serves.")]
    [Arises(FailsCall, NotFound)]
    public const string ServiceUnknown = "SERVICE_UNKNOWN";

    [Means("A URN has six digits and does not begin with 0.", "Take it from Get Information about Schools.")]
    [Arises(RefusesItem)]
    public const string InvalidUrn = "INVALID_URN";

    [Means("A DfE number (LAESTAB) has seven digits, for example 8514001.", "Take it from Get Information about Schools.")]
    [Arises(RefusesItem)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidLaestab = "INVALID_LAESTAB";

    [Means("The URN belongs to a school with another DfE number that has sent records already.", "Check both numbers.")]
    [Arises(RefusesItem)]
    public const string UrnOfOtherSchool = "URN_OF_OTHER_SCHOOL";

    [Means("A source_id has 1 to 50 lower-case letters, digits and hyphens.", "Give the source a name of that form.")]
    [Arises(RefusesItem)]
    public const string InvalidSourceId = "INVALID_SOURCE_ID";

    [Means("The interval_days are fewer than 1 or more than 3,660.", "Say how many days lie between two complete loads.")]
    [Arises(RefusesItem)]
    public const string InvalidInterval = "INVALID_INTERVAL";

    [Means("An age is negative, or the oldest is below the youngest.", "Give both in years; 0 for the oldest means no limit.")]
    [Arises(RefusesItem)]
    public const string InvalidAgeRange = "INVALID_AGE_RANGE";
}
