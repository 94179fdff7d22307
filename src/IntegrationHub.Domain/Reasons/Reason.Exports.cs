using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

// This part: exports.
public static partial class Reason
{
    [Means("An identified export names nobody who takes the data.", "Name the person, in the metadata hub-person or with --by.")]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string PersonNeeded = "PERSON_NEEDED";

    [Means("An identified export does not say what the data are for.", "State the purpose, in the metadata hub-purpose or with --purpose.")]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string PurposeNeeded = "PURPOSE_NEEDED";

    [Means(
        "The file pseudonym.key in the hub's data folder is damaged, or others than its owner may read it.",
        "The error says which, and what to do. Exports with another key have other pseudonyms.")]
    [Arises(FailsCall, FailedPrecondition)]
    public const string PseudonymKeyUnusable = "PSEUDONYM_KEY_UNUSABLE";
}
