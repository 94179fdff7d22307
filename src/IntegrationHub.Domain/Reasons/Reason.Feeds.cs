using static IntegrationHub.Domain.CallStatus;
using static IntegrationHub.Domain.ReasonEffect;

namespace IntegrationHub.Domain;

/// <summary>
/// Every reason that the hub gives for refusing, holding or remarking on something: stable words for programs to act on, published
/// in docs/errors.md. Append, never rename; then print the page anew with <c>hub errors --markdown</c>.
/// </summary>
public static partial class Reason
{
    // This part: the rules of feeds, which end a stream; and what may end any call.

    [Means("The first message of the stream was no opening.", "Send the opening first, and wait for the acceptance.")]
    [Arises(EndsStream, FailedPrecondition)]
    public const string OpeningExpected = "OPENING_EXPECTED";

    [Means("A second opening came on an open stream.", "Open a stream once. For another writer open another stream.")]
    [Arises(EndsStream, FailedPrecondition)]
    public const string OpeningRepeated = "OPENING_REPEATED";

    [Means("The writer_id is empty, longer than 100 characters, or holds others than letters, digits, dots, hyphens and underscores.",
        "Give the writer a name of that form, and keep it for ever.")]
    [Arises(EndsStream, CallStatus.InvalidArgument)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string InvalidWriterId = "INVALID_WRITER_ID";

    [Means("A sequence came that is not the next one, and not one that was used for the same submission before. The error's metadata "
        + "gives expected_sequence.",
        "Open again, and send what has no receipt, under the sequences it had.")]
    [Arises(EndsStream, FailedPrecondition, Retry = Retry.FromWatermark)]
    public const string SequenceGap = "SEQUENCE_GAP";

    [Means("A newer stream of the same writer has been opened. Nothing that came on this one since has been kept.",
        "If this process opened the newer stream, forget this one. Otherwise two processes use one writer_id: stop one of them, or "
        + "give it a writer_id of its own. Do not open again by yourself, or the two will drive each other out for ever.")]
    [Arises(EndsStream, Aborted)]
    public const string WriterSuperseded = "WRITER_SUPERSEDED";

    [Means("The message is neither an opening nor a submission, or the submission in it is absent.", "Fill one of the two.")]
    [Arises(EndsStream, CallStatus.InvalidArgument)]
    [Arises(FailsCall, CallStatus.InvalidArgument)]
    public const string EmptyMessage = "EMPTY_MESSAGE";

    [Means("The bytes are no message of the call's type.", "Encode messages with code generated from the hub's protos.")]
    [Arises(EndsStream, CallStatus.InvalidArgument)]
    public const string MessageUnreadable = "MESSAGE_UNREADABLE";

    [Means("The message is larger than the hub reads at all (16 MB by default).",
        "Split the submission. Keep submissions under 4 MB: a larger one is refused by receipt, which costs you no stream.")]
    [Arises(EndsStream, ResourceExhausted)]
    public const string MessageTooLarge = "MESSAGE_TOO_LARGE";

    [Means("The hub is about to close, for example for an upgrade. Everything with a receipt is safe.",
        "Open again after the delay, and send what has no receipt.")]
    [Arises(EndsStream, Unavailable, Retry = Retry.AfterDelay)]
    public const string Draining = "DRAINING";

    [Means("The hub cannot store anything at the moment. What has no receipt was not kept.",
        "Open or call again after the delay, and send what has no receipt with the submission ids it had.")]
    [Arises(EndsStream, Unavailable, Retry = Retry.AfterDelay)]
    [Arises(FailsCall, Unavailable, Retry = Retry.AfterDelay)]
    public const string StorageUnavailable = "STORAGE_UNAVAILABLE";

    [Means("The hub cannot tell who calls: the metadata hub-system does not name a system.",
        "Send hub-system with 1 to 100 letters, digits, dots, hyphens or underscores.")]
    [Arises(EndsStream, Unauthenticated)]
    [Arises(FailsCall, Unauthenticated)]
    public const string CallerUnknown = "CALLER_UNKNOWN";
}
