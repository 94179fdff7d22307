using Grpc.Core;

namespace IntegrationHub.Client;

/// <summary>A feed that has ended for good: opening it again in the same way would end in the same way.</summary>
/// <remarks>
/// Submissions that had no receipt are still in <see cref="FeedWriter{TSubmission}.Unreceipted"/>; whether they are durable is not known. Sending
/// them again with the same ids, once the cause is mended, is always safe.
/// </remarks>
public sealed class FeedException : Exception
{
    /// <summary>The reason where another writer has opened under the same name: the newest opening wins.</summary>
    public const string WriterSuperseded = "WRITER_SUPERSEDED";

    /// <summary>The reason where the hub stands behind receipts that this writer holds: it was put back to an older state.</summary>
    public const string WatermarkBehind = "WATERMARK_BEHIND";

    /// <summary>The reason where the hub stands ahead of what this writer ever sent: another process writes under its name.</summary>
    public const string WatermarkAhead = "WATERMARK_AHEAD";

    /// <summary>The reason where the hub's answers do not follow the rules of a feed.</summary>
    public const string ProtocolBroken = "PROTOCOL_BROKEN";

    /// <summary>The reason where <see cref="FeedOptions.GiveUpAfter"/> has passed without a word from the hub.</summary>
    public const string GaveUp = "GAVE_UP";

    /// <summary>The reason where <see cref="FeedOptions.OnReceipt"/> threw; the inner exception is what it threw.</summary>
    public const string ReceiptHandlerFailed = "RECEIPT_HANDLER_FAILED";

    /// <summary>
    /// The reason where the hub accepted the feed and then failed by itself (INTERNAL or UNKNOWN), twenty times in a row, before the same receipt.
    /// </summary>
    public const string HubFault = "HUB_FAULT";

    /// <summary>The reason where another running process has the writer's spool.</summary>
    public const string SpoolInUse = "SPOOL_IN_USE";

    /// <summary>The reason where the spool holds what no crash leaves behind, or is another writer's. Its files stay as they are.</summary>
    public const string SpoolDamaged = "SPOOL_DAMAGED";

    /// <summary>The reason where the disk failed under the spool; the inner exception is what it said.</summary>
    public const string SpoolFailed = "SPOOL_FAILED";

    /// <summary>Creates the exception.</summary>
    public FeedException(string? reason, StatusCode statusCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
        StatusCode = statusCode;
    }

    /// <summary>Why, in UPPER_SNAKE_CASE: the hub's published reason or one of the constants here. Null when none was given.</summary>
    public string? Reason { get; }

    /// <summary>The gRPC status that came with it; <see cref="StatusCode.OK"/> when it was found out on this side.</summary>
    public StatusCode StatusCode { get; }
}
