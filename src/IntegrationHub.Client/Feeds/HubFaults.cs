using Grpc.Core;

namespace IntegrationHub.Client.Feeds;

/// <summary>Tells a hub that is away from one that fails over the same submission again and again.</summary>
/// <remarks>
/// INTERNAL and UNKNOWN are tried again, since a restart of the hub or a proxy gives them in passing. But where the hub has accepted the stream, has
/// given the status itself, and has not come one receipt further twenty times, trying once more would hold back everything behind it for ever.
/// </remarks>
internal sealed class HubFaults
{
    /// <summary>With the usual back-off twenty breaks last some minutes: longer than a restart, shorter than a school day.</summary>
    public const int Most = 20;

    private long _due;
    private int _count;

    /// <summary>Counts a break of an accepted stream on which the receipt of sequence <paramref name="due"/> was the next.</summary>
    /// <exception cref="FeedException">It was one too many.</exception>
    public void Count(Exception cause, long due)
    {
        // A status with an exception behind it was made on this side, from a connection that broke.
        if (cause is not RpcException { StatusCode: StatusCode.Internal or StatusCode.Unknown, Status.DebugException: null } rpc
            || FeedFailure.Of(rpc).RetryDelay is not null)
        {
            return;
        }

        _count = due == _due ? _count + 1 : 1;
        _due = due;
        if (_count >= Most)
        {
            throw new FeedException(
                FeedException.HubFault,
                rpc.StatusCode,
                $"The hub has failed {Most} times in a row before the receipt of sequence {due}. The fault is the hub's; its operator finds it in the hub's log.",
                cause);
        }
    }
}
