using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: quarantine, and what is done about it.
public static partial class Reason
{
    [Means("The item_id names nothing that is in quarantine now: it has been resolved, has begun to count by itself, or never was.",
        "List what is in quarantine again, and choose from that.")]
    [Arises(RefusesItem)]
    [Arises(FailsCall, FailedPrecondition)]
    public const string QuarantineItemUnknown = "QUARANTINE_ITEM_UNKNOWN";

    [Means("The code that is to be mapped is a statutory one, or means not marked.", "Have it mended at the school: the code means what the law says.")]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string CodeIsStatutory = "CODE_IS_STATUTORY";

    [Means("There is no such mapping or correction to take back.", "Check the school and the code or identifier.")]
    [Arises(FailsCall, FailedPrecondition)]
    public const string MendUnknown = "MEND_UNKNOWN";

    [Means("What a record lacks only its sender knows.",
        "Have it sent again, in a snapshot or alone: that takes this one's place. Or discard it.")]
    [Arises(RefusesItem)]
    public const string ResendNeeded = "RESEND_NEEDED";
}
