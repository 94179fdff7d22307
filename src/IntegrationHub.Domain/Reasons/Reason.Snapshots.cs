using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: snapshots.
public static partial class Reason
{
    [Means("The snapshot_id is no UUID.", "Give each snapshot a UUID of its own.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidSnapshotId = "INVALID_SNAPSHOT_ID";

    [Means("A snapshot was begun with this id before.", "Give each snapshot a UUID of its own, and begin again.")]
    [Arises(RefusesSubmission)]
    public const string SnapshotIdReused = "SNAPSHOT_ID_REUSED";

    [Means("This writer has begun no snapshot with this id for this scope.",
        "Begin it first, and send all its parts through the same writer.")]
    [Arises(RefusesSubmission)]
    [Arises(FailsCall, NotFound)]
    public const string SnapshotUnknown = "SNAPSHOT_UNKNOWN";

    [Means("The snapshot has ended, or a newer begin of the same writer for the same scope has abandoned it.",
        "Begin another one with another id.")]
    [Arises(RefusesSubmission)]
    public const string SnapshotNotOpen = "SNAPSHOT_NOT_OPEN";

    [Means("The end gives another number of records than the hub has counted, faulty ones included. The snapshot stays open, and "
        + "nothing of it is visible.",
        "Send what is missing and another end, as a new submission; or begin another snapshot.")]
    [Arises(RefusesSubmission)]
    public const string SnapshotCountMismatch = "SNAPSHOT_COUNT_MISMATCH";

    [Means("The call takes records that belong to no snapshot, and nothing else.", "Send snapshots on the feed.")]
    [Arises(RefusesSubmission)]
    public const string DeltaExpected = "DELTA_EXPECTED";

    [Means("The snapshot would close more than a set share of what is open (20 % by default), and waits until somebody at the LA "
        + "approves it. Nothing of it is visible.",
        "If it is complete, ask the LA to approve it ('hub snapshots list'). If it is not, send a complete one: it takes this one's "
        + "place.")]
    [Arises(Warning)]
    public const string SnapshotHeld = "SNAPSHOT_HELD";

    [Means("The snapshot does not wait for approval: it is visible already, has not ended, or a later one has overtaken it.",
        "List the snapshots that wait.")]
    [Arises(FailsCall, FailedPrecondition)]
    public const string SnapshotNotHeld = "SNAPSHOT_NOT_HELD";

    [Means("The system that sent a snapshot cannot approve it.",
        "Somebody at the LA must, from another system or with 'hub snapshots approve'.")]
    [Arises(FailsCall, PermissionDenied)]
    public const string ApproverIsSender = "APPROVER_IS_SENDER";
}
