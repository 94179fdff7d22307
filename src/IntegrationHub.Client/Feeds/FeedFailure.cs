using Grpc.Core;

namespace IntegrationHub.Client.Feeds;

/// <summary>What a break means: whether opening again can help, and when the hub wants that to be.</summary>
/// <remarks>
/// RetryInfo always means "come back". Without it, a status that speaks of the request or the caller is final, and so is anything that carries one of
/// the hub's reasons other than a passing status; what speaks of the way between (unavailable, a reset stream, an unknown error) is not.
/// </remarks>
internal sealed record FeedFailure(bool IsFinal, TimeSpan? RetryDelay, string? Reason, StatusCode StatusCode)
{
    public static FeedFailure Of(Exception exception) => exception switch
    {
        RpcException rpc => OfRpc(rpc, RichStatus.Of(rpc)),
        FeedException feed => new FeedFailure(true, null, feed.Reason, feed.StatusCode),
        IOException or OperationCanceledException or TimeoutException or ObjectDisposedException => new FeedFailure(false, null, null, StatusCode.Unavailable),
        _ => new FeedFailure(true, null, null, StatusCode.Unknown),
    };

    private static FeedFailure OfRpc(RpcException exception, RichStatus status)
    {
        bool final = status.RetryDelay is null && exception.StatusCode switch
        {
            StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange or StatusCode.NotFound
                or StatusCode.AlreadyExists or StatusCode.PermissionDenied or StatusCode.Unauthenticated or StatusCode.Unimplemented or StatusCode.ResourceExhausted => true,
            StatusCode.Aborted => status.Reason is not null,
            _ => status.Reason == FeedException.WriterSuperseded,
        };
        return new FeedFailure(final, status.RetryDelay, status.Reason, exception.StatusCode);
    }
}
